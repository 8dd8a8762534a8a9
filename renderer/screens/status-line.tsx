import { HallLogoPicture } from '../hall-logo.tsx';
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
  const { hallName } = state.terminal;
  return (
    <p className="status-line hall-line">
      <HallLogoPicture hallName={hallName} />
      <span>{hallName}</span>
    </p>
  );
}
