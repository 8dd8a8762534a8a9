import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stay } from '../state/stay.ts';

interface CountdownProps {
  readonly stay: Stay;
  readonly isWarned: boolean;
  /** Nobody has an answer on the screen: only a touch keeps it as it is. */
  readonly isIdle: boolean;
}

/** How long the screen stays, in words and as a bar; calm, a step a second. */
export function Countdown({ stay, isWarned, isIdle }: CountdownProps) {
  const { t } = useTranslation();
  const remainingMs = useRemaining(stay);
  const share = remainingMs / (stay.endsAtMs - stay.shownAtMs);
  const seconds = Math.ceil(remainingMs / 1_000);
  return (
    <div className="countdown" data-warned={isWarned}>
      <p>{isIdle ? t('page.idle', { seconds }) : t('action.returnsIn', { seconds })}</p>
      <div className="countdown-track" aria-hidden="true">
        <div className="countdown-bar" style={{ transform: `scaleX(${share})` }} />
      </div>
    </div>
  );
}

/** Milliseconds left, renewed every second: a bar that creeps would draw the eye. */
function useRemaining({ shownAtMs, endsAtMs }: Stay): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(performance.now()), 1_000);
    return () => window.clearInterval(timer);
  }, []);
  // "More time" restarts the countdown between two renewals: never more than the whole span.
  return Math.max(0, endsAtMs - Math.max(nowMs, shownAtMs));
}
