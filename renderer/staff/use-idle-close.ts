import { useEffect, useState } from 'react';
import { STAFF_IDLE_SECONDS } from '../../shared/ipc/staff-verbs.ts';
import { kioskBridge } from '../kiosk-bridge.ts';

/** How often the main process is told that somebody is there. */
const TELL_EVERY_MS = 10_000;
const ACTIVITY = ['pointerdown', 'keydown'] as const;

/**
 * Closes the menu a minute after the last touch.
 * @returns seconds that are left
 */
export function useIdleClose(onIdle: () => void): number {
  const [secondsLeft, setSecondsLeft] = useState(STAFF_IDLE_SECONDS);
  useEffect(() => {
    let touchedMs = performance.now();
    let toldMs = touchedMs;
    const onTouch = (): void => {
      touchedMs = performance.now();
      setSecondsLeft(STAFF_IDLE_SECONDS);
      if (touchedMs - toldMs < TELL_EVERY_MS) return;
      toldMs = touchedMs;
      void kioskBridge().keepStaffOpen({});
    };
    const timer = window.setInterval(() => {
      const left = STAFF_IDLE_SECONDS - Math.floor((performance.now() - touchedMs) / 1_000);
      setSecondsLeft(Math.max(0, left));
      if (left <= 0) onIdle();
    }, 1_000);
    for (const event of ACTIVITY) document.addEventListener(event, onTouch, { capture: true });
    return () => {
      window.clearInterval(timer);
      for (const event of ACTIVITY) document.removeEventListener(event, onTouch, { capture: true });
    };
  }, [onIdle]);
  return secondsLeft;
}
