import { type Dispatch, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, KioskEvent } from '../state/kiosk-state.ts';

interface AnswerActionsProps {
  readonly answer: Answer;
  readonly dispatch: Dispatch<KioskEvent>;
}

/** The calm countdown and the two things a visitor can do about it. */
export function AnswerActions({ answer, dispatch }: AnswerActionsProps) {
  const { t } = useTranslation();
  const remainingMs = useRemaining(answer);
  const share = Math.max(0, remainingMs / (answer.endsAtMs - answer.shownAtMs));
  return (
    <div className="actions">
      <div className="countdown">
        <div className="countdown-track" aria-hidden="true">
          <div className="countdown-bar" style={{ transform: `scaleX(${share})` }} />
        </div>
        <p className="countdown-words">
          {t('action.returnsIn', { seconds: Math.ceil(remainingMs / 1_000) })}
        </p>
      </div>
      <button
        type="button"
        className="button"
        onClick={() => dispatch({ type: 'more-time-asked', nowMs: performance.now() })}
      >
        {t('action.moreTime')}
      </button>
      <button
        type="button"
        className="button button-primary"
        onClick={() => dispatch({ type: 'visitor-done' })}
      >
        {t('action.done')}
      </button>
    </div>
  );
}

/** Milliseconds left, renewed every second: a bar that creeps would draw the eye. */
function useRemaining({ shownAtMs, endsAtMs }: Answer): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(performance.now()), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  // "More time" restarts the countdown between two renewals: never more than the whole span.
  return Math.max(0, endsAtMs - Math.max(nowMs, shownAtMs));
}
