import { answerOf, type KioskState } from '../state/kiosk-state.ts';
import { stayOf } from '../state/stay.ts';
import { Countdown } from './countdown.tsx';

/** Where one is, or how long what one reads stays. */
export function StatusLine({ state }: { readonly state: KioskState }) {
  const stay = stayOf(state);
  const isIdle = answerOf(state) === undefined;
  // Whoever only looks is not hurried before it is time.
  if (stay !== undefined && (!isIdle || state.isWarned)) {
    return (
      <div className="status-line">
        <Countdown stay={stay} isWarned={state.isWarned} isIdle={isIdle} />
      </div>
    );
  }
  return <p className="status-line">{state.terminal.hallName}</p>;
}
