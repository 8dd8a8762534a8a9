import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../state/kiosk-state.ts';

/** How long the answer stays, in words and as a bar; calm, a step a second. */
export function Countdown({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation();
  const remainingMs = useRemaining(answer);
  const share = remainingMs / (answer.endsAtMs - answer.shownAtMs);
  return (
    <div className="countdown">
      <p>{t('action.returnsIn', { seconds: Math.ceil(remainingMs / 1_000) })}</p>
      <div className="countdown-track" aria-hidden="true">
        <div className="countdown-bar" style={{ transform: `scaleX(${share})` }} />
      </div>
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
