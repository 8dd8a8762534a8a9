import type { Dispatch } from 'react';
import type { IpcReply } from '../../shared/ipc/contract.ts';
import type { KioskEvent } from './kiosk-state.ts';

/** A check takes milliseconds; one that takes longer shows what it is about. */
const SOON_MS = 80;

export interface CheckViews {
  /** Sends the text to the main process. */
  readonly ask: (text: string) => Promise<IpcReply<'checkScan'>>;
  readonly dispatch: Dispatch<KioskEvent>;
  /** Draws the outline of the code in the live view. */
  readonly showCode: () => void;
}

/**
 * The text goes to the main process and nowhere else; only the answer reaches the state. Nothing is
 * drawn until it is there, and then all at once, with the outline that it grows out of: a picture in
 * between would keep the processor from the answer and be seen by nobody.
 *
 * @param scan number of the check; its answer counts only while this check is the one that is waited for
 */
export async function sendToCheck(
  text: string,
  scan: number,
  { ask, dispatch, showCode }: CheckViews,
): Promise<void> {
  const asked = ask(text);
  const startedMs = performance.now();
  let hasBegun = false;
  const begin = () => {
    // Once: a check that the visitor ended meanwhile, or that took too long, must not begin anew.
    if (hasBegun) return;
    hasBegun = true;
    showCode();
    dispatch({ type: 'check-started', scan, nowMs: startedMs });
  };
  const slow = setTimeout(begin, SOON_MS);
  const reply = await asked;
  clearTimeout(slow);
  begin();
  dispatch({
    type: 'check-answered',
    scan,
    content: reply.ok
      ? { kind: 'verdict', verdict: reply.value }
      : { kind: 'check-failed', code: reply.code },
    nowMs: performance.now(),
  });
}
