import { useTranslation } from 'react-i18next';
import { LockedNote } from './locked-note.tsx';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';

/** Takes the terminal out of order and back into service. */
export function ServicePage() {
  const { t } = useTranslation();
  const { state, change } = useStaff();
  const { value: isOut, isLocked } = state.settings.outOfOrder;
  return (
    <section className="staff-page">
      <p className="staff-result" data-out-of-order={isOut}>
        {t(isOut ? 'staff.service.isClosed' : 'staff.service.isOpen')}
      </p>
      <StaffButton
        isPrimary
        isDisabled={isLocked}
        onPress={() => void change({ name: 'outOfOrder', value: !isOut })}
      >
        {t(isOut ? 'staff.service.putBack' : 'staff.service.takeOut')}
      </StaffButton>
      <LockedNote isLocked={isLocked} />
    </section>
  );
}
