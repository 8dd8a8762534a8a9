import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { otherLanguage } from '../text/language.ts';
import { STAFF_PAGES, type StaffPage } from '../text/staff/staff-texts.ts';
import { switchLanguage } from '../text/start-texts.ts';
import { useLanguage } from './moment.ts';
import { StaffContext } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';
import { StaffPageView } from './staff-page-view.tsx';
import { useStaffAccess } from './use-staff-access.ts';

/** From here on it is said that the menu will close. */
const WARN_SECONDS = 20;

interface StaffMenuProps {
  readonly close: () => void;
  readonly secondsLeft: number;
}

/** The open menu: its tiles, or one page of it. */
export function StaffMenu({ close, secondsLeft }: StaffMenuProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [page, setPage] = useState<StaffPage>();
  const { access, line } = useStaffAccess(close);
  if (access === undefined) return null;
  const goTo = (next: StaffPage | undefined): void => {
    access.say(undefined);
    setPage(next);
  };
  return (
    <main className="staff" data-screen="staff" data-page={page ?? 'menu'}>
      <header className="staff-header">
        {page !== undefined && (
          <StaffButton onPress={() => goTo(undefined)}>{t('staff.back')}</StaffButton>
        )}
        <h1>{page === undefined ? t('staff.title') : t(`staff.pages.${page}.title`)}</h1>
        <StaffButton onPress={() => void switchLanguage(otherLanguage(language))}>
          {t('action.otherLanguage')}
        </StaffButton>
        <StaffButton onPress={close}>{t('staff.close')}</StaffButton>
      </header>
      <StaffContext.Provider value={access}>
        {page === undefined ? <Tiles onChoose={goTo} /> : <StaffPageView page={page} />}
      </StaffContext.Provider>
      <footer className="staff-footer">
        <p role="status" className="staff-line">
          {line}
        </p>
        <p>{secondsLeft <= WARN_SECONDS && t('staff.closesIn', { seconds: secondsLeft })}</p>
      </footer>
    </main>
  );
}

function Tiles({ onChoose }: { readonly onChoose: (page: StaffPage) => void }) {
  const { t } = useTranslation();
  return (
    <nav className="staff-tiles">
      {STAFF_PAGES.map((page) => (
        <StaffButton key={page} name={page} onPress={() => onChoose(page)}>
          <span className="tile-title">{t(`staff.pages.${page}.title`)}</span>
          <span className="tile-about">{t(`staff.pages.${page}.about`)}</span>
        </StaffButton>
      ))}
    </nav>
  );
}
