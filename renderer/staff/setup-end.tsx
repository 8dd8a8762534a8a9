import { useTranslation } from 'react-i18next';
import type { SelfTestLine } from '../../shared/ipc/self-test.ts';
import { SetupFinding } from './setup-finding.tsx';
import { StaffButton } from './staff-button.tsx';

interface SetupEndProps {
  /** What the checks of the steps that were done say by now. */
  readonly lines: readonly SelfTestLine[];
  readonly isLocked: boolean;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** After the last step: what is still amiss, and the way to the visitors. */
export function SetupEnd({ lines, isLocked, onAgain, onClose }: SetupEndProps) {
  const { t } = useTranslation();
  const amiss = lines.filter(({ result }) => result === 'fail' || result === 'warn');
  return (
    <>
      <h2>{t('staff.setup.finished')}</h2>
      {amiss.length > 0 && <p>{t('staff.setup.amiss')}</p>}
      {amiss.map((line) => (
        <SetupFinding key={line.id} line={line} />
      ))}
      <div className="staff-row">
        <StaffButton isPrimary onPress={onClose}>
          {t('staff.setup.start')}
        </StaffButton>
        <StaffButton isDisabled={isLocked} onPress={onAgain}>
          {t('staff.setup.again')}
        </StaffButton>
      </div>
    </>
  );
}
