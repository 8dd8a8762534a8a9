import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupStep } from '../../shared/ipc/first-setup.ts';
import { otherLanguage } from '../text/language.ts';
import { STAFF_PAGES, type StaffPage } from '../text/staff/staff-texts.ts';
import { switchLanguage } from '../text/start-texts.ts';
import { useLanguage } from './moment.ts';
import { isSetupOffered, openSteps, STEP_FACTS } from './setup-steps.ts';
import { StaffContext, useStaff } from './staff-access.ts';
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
  // The step of the first set-up that led to the page, and is led back to.
  const [visited, setVisited] = useState<SetupStep>();
  const { access, line } = useStaffAccess(close);
  if (access === undefined) return null;
  const goTo = (next: StaffPage | undefined): void => {
    access.say(undefined);
    setPage(next);
  };
  const isOnTrip = visited !== undefined && page !== 'setup';
  const goBack = (): void => {
    if (!isOnTrip) setVisited(undefined);
    goTo(isOnTrip ? 'setup' : undefined);
  };
  const openStep = (step: SetupStep): void => {
    setVisited(step);
    goTo(STEP_FACTS[step].page);
  };
  return (
    <main className="staff" data-screen="staff" data-page={page ?? 'menu'}>
      <header className="staff-header">
        {page !== undefined && (
          <StaffButton onPress={goBack}>
            {t(isOnTrip ? 'staff.setup.back' : 'staff.back')}
          </StaffButton>
        )}
        <h1>{page === undefined ? t('staff.title') : t(`staff.pages.${page}.title`)}</h1>
        <StaffButton onPress={() => void switchLanguage(otherLanguage(language))}>
          {t('action.otherLanguage')}
        </StaffButton>
        <StaffButton onPress={close}>{t('staff.close')}</StaffButton>
      </header>
      <StaffContext.Provider value={access}>
        {page === undefined ? (
          <Tiles onChoose={goTo} />
        ) : (
          <StaffPageView page={page} setup={{ visited, onOpen: openStep }} />
        )}
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
  const { state } = useStaff();
  // A new terminal's way begins with it; later it stands among the others.
  const isOffered = isSetupOffered(state);
  const others = STAFF_PAGES.filter((page) => page !== 'setup');
  const count = openSteps(state.mode, state.settings.firstSetup.value).length;
  return (
    <nav className="staff-tiles">
      {(isOffered ? (['setup', ...others] as const) : STAFF_PAGES).map((page) => (
        <StaffButton
          key={page}
          name={page}
          isPrimary={isOffered && page === 'setup'}
          onPress={() => onChoose(page)}
        >
          <span className="tile-title">{t(`staff.pages.${page}.title`)}</span>
          <span className="tile-about">
            {isOffered && page === 'setup'
              ? t('staff.setup.isOpen', { count })
              : t(`staff.pages.${page}.about`)}
          </span>
        </StaffButton>
      ))}
    </nav>
  );
}
