import { type Dispatch, useEffect } from 'react';
import type { KioskEvent } from './kiosk-state.ts';

const TICK_MS = 250;

/** Tells the state how time passes. */
export function usePassingTime(dispatch: Dispatch<KioskEvent>): void {
  useEffect(() => {
    const timer = window.setInterval(
      () => dispatch({ type: 'time-passed', nowMs: performance.now() }),
      TICK_MS,
    );
    return () => window.clearInterval(timer);
  }, [dispatch]);
}
