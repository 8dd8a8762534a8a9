import { useEffect, useState } from 'react';
import type { TrustState } from '../../shared/ipc/contract.ts';
import { kioskBridge } from '../kiosk-bridge.ts';

/** The banner's text changes by the hour; a minute is often enough. */
const POLL_MS = 60_000;

/** How current the terminal's data is; `undefined` until the first reply. */
export function useTrustState(): TrustState | undefined {
  const [trust, setTrust] = useState<TrustState>();
  useEffect(() => {
    let isMounted = true;
    const read = async () => {
      const reply = await kioskBridge().readTrustState({});
      if (isMounted && reply.ok) setTrust(reply.value);
    };
    void read();
    const timer = window.setInterval(() => void read(), POLL_MS);
    return () => {
      isMounted = false;
      window.clearInterval(timer);
    };
  }, []);
  return trust;
}
