import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Storage } from '../../shared/ipc/staff-replies.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';
import { formatBytes, isWipeable } from './stored-part.ts';

/** One press for all that may go; names what goes and what stays before it does. */
export function WipeAll({ storage }: { readonly storage: Storage }) {
  const { t } = useTranslation();
  const { ask, say } = useStaff();
  const [step, setStep] = useState<'offered' | 'asked' | 'wiping'>('offered');
  const wipe = async (): Promise<void> => {
    setStep('wiping');
    const done = await ask(kioskBridge().wipeAndRestart({}));
    if (done === undefined) setStep('offered');
    else say(t('staff.storage.restarting'));
  };
  const offer = (): void => {
    say(undefined);
    setStep('asked');
  };
  if (step === 'offered') {
    return (
      <StaffButton name="wipe-all" onPress={offer}>
        {t('staff.storage.wipeAll')}
      </StaffButton>
    );
  }
  const inWords = (isGoing: boolean): string =>
    storage.parts
      .filter(({ kind }) => kind !== 'other' && isWipeable(kind) === isGoing)
      .map(({ kind, bytes }) => `${t(`staff.storage.kind.${kind}.title`)} ${formatBytes(bytes)}`)
      .join(t('staff.storage.and'));
  const isBusy = step === 'wiping';
  return (
    <div className="wipe-all" data-wipe={step}>
      <p>
        <strong>{t('staff.storage.goes', { what: inWords(true) })}</strong>
      </p>
      <p>{t('staff.storage.stays', { what: inWords(false) })}</p>
      <p>{t('staff.storage.restarts')}</p>
      <div className="staff-row">
        <StaffButton isDisabled={isBusy} onPress={() => setStep('offered')}>
          {t('staff.storage.cancel')}
        </StaffButton>
        <StaffButton isPrimary isDisabled={isBusy} onPress={() => void wipe()}>
          {t('staff.storage.sureAll')}
        </StaffButton>
      </div>
    </div>
  );
}
