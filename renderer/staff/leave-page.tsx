import { useTranslation } from 'react-i18next';
import { kioskBridge } from '../kiosk-bridge.ts';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';

/** The way out of the kiosk. */
export function LeavePage() {
  const { t } = useTranslation();
  const { ask } = useStaff();
  return (
    <section className="staff-page">
      <p>{t('staff.leave.question')}</p>
      <StaffButton
        isPrimary
        name="confirm-leave"
        onPress={() => void ask(kioskBridge().leaveKiosk({}))}
      >
        {t('staff.leave.confirm')}
      </StaffButton>
    </section>
  );
}
