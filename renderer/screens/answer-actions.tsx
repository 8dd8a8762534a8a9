import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskEvent } from '../state/kiosk-state.ts';

interface AnswerActionsProps {
  readonly dispatch: Dispatch<KioskEvent>;
}

/** The two things a visitor can do about the countdown. */
export function AnswerActions({ dispatch }: AnswerActionsProps) {
  const { t } = useTranslation();
  return (
    <div className="actions">
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
