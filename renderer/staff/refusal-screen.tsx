import { useTranslation } from 'react-i18next';
import { StaffButton } from './staff-button.tsx';

/** Shown instead of a kiosk that nobody could leave: says what is missing and what to do. */
export function RefusalScreen() {
  const { t } = useTranslation();
  return (
    <main className="staff staff-refusal" data-screen="refusal" data-refusal="no-pin">
      <h1>{t('staff.refusal.title')}</h1>
      <p>{t('staff.refusal.why')}</p>
      <p>{t('staff.refusal.remedy')}</p>
      <p className="code">public-credit-kiosk --set-pin</p>
      <StaffButton isPrimary onPress={() => window.close()}>
        {t('staff.refusal.close')}
      </StaffButton>
    </main>
  );
}
