import { type Dispatch, useEffect } from 'react';
import { kioskBridge } from '../kiosk-bridge.ts';
import type { KioskEvent } from './kiosk-state.ts';

/** Staff who change a setting, or take the terminal out of service, see it this soon. */
const POLL_MS = 5_000;

/** Keeps the state in step with the terminal's settings. */
export function useTerminal(dispatch: Dispatch<KioskEvent>): void {
  useEffect(() => {
    const read = async () => {
      const reply = await kioskBridge().readTerminal({});
      if (reply.ok) dispatch({ type: 'terminal-read', terminal: reply.value });
    };
    const timer = window.setInterval(() => void read(), POLL_MS);
    return () => window.clearInterval(timer);
  }, [dispatch]);
}
