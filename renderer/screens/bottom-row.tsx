import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskEvent } from '../state/kiosk-state.ts';

interface BottomRowProps {
  readonly hallName: string;
  readonly dispatch: Dispatch<KioskEvent>;
}

/** The row that is the same on every screen, within everyone's reach. */
export function BottomRow({ hallName, dispatch }: BottomRowProps) {
  const { t } = useTranslation();
  return (
    <footer className="bottom-row">
      <p className="hall-name">{hallName}</p>
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
