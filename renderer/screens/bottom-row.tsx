import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, KioskEvent } from '../state/kiosk-state.ts';
import { Countdown } from './countdown.tsx';

interface BottomRowProps {
  readonly hallName: string;
  /** Its countdown takes the place of the hall's name. */
  readonly answer: Answer | undefined;
  readonly dispatch: Dispatch<KioskEvent>;
}

/** The row that is the same on every screen, within everyone's reach. */
export function BottomRow({ hallName, answer, dispatch }: BottomRowProps) {
  const { t } = useTranslation();
  return (
    <footer className="bottom-row">
      {answer === undefined ? (
        <p className="hall-name">{hallName}</p>
      ) : (
        <Countdown answer={answer} />
      )}
      <button
        type="button"
        className="button"
        data-action="switch-language"
        onClick={() => dispatch({ type: 'language-switched', nowMs: performance.now() })}
      >
        {t('action.otherLanguage')}
      </button>
    </footer>
  );
}
