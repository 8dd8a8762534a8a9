import { useEffect, useState } from 'react';
import type { ShownPolicy } from '../../shared/ipc/policy-verbs.ts';
import { kioskBridge } from '../kiosk-bridge.ts';

/** A policy is published a few times a year; a minute is often enough. */
const POLL_MS = 60_000;

/** What the signed policy says to people; `undefined` while the terminal holds none. */
export function usePolicy(): ShownPolicy | undefined {
  const [policy, setPolicy] = useState<ShownPolicy>();
  useEffect(() => {
    let isMounted = true;
    const read = async () => {
      const reply = await kioskBridge().readPolicy({});
      if (isMounted && reply.ok) setPolicy(reply.value ?? undefined);
    };
    void read();
    const timer = window.setInterval(() => void read(), POLL_MS);
    return () => {
      isMounted = false;
      window.clearInterval(timer);
    };
  }, []);
  return policy;
}
