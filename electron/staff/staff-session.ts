import { STAFF_IDLE_SECONDS } from '../../shared/ipc/staff-verbs.ts';

/** The screen closes the menu itself after a minute; this is for a screen that does not. */
const GRACE_SECONDS = 15;

/** Whether the staff menu is open: the main process does not take the screen's word for it. */
export interface StaffSession {
  open(): void;
  close(): void;
  /** Whether it is open; being asked keeps it so. */
  use(): boolean;
}

/** Creates a closed session. */
export function createStaffSession(steadyNowMs: () => number): StaffSession {
  let endsAtMs = Number.NEGATIVE_INFINITY;
  const prolong = (): void => {
    endsAtMs = steadyNowMs() + (STAFF_IDLE_SECONDS + GRACE_SECONDS) * 1_000;
  };
  return {
    open: prolong,
    close: () => {
      endsAtMs = Number.NEGATIVE_INFINITY;
    },
    use: () => {
      if (steadyNowMs() > endsAtMs) return false;
      prolong();
      return true;
    },
  };
}
