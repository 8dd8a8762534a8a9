import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unlocked } from '../../shared/ipc/staff-replies.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { StaffButton } from './staff-button.tsx';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const LONGEST = 12;
const SHORTEST = 4;

interface PinScreenProps {
  readonly onOpened: () => void;
  readonly onLeave: () => void;
}

/** The number pad before the menu. What is typed is shown as dots and kept nowhere. */
export function PinScreen({ onOpened, onLeave }: PinScreenProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [answer, setAnswer] = useState<Unlocked | 'checking'>();
  const add = (digit: string): void => {
    setAnswer(undefined);
    setPin((present) => (present.length < LONGEST ? present + digit : present));
  };
  const erase = (): void => setPin((present) => present.slice(0, -1));
  const enter = async (): Promise<void> => {
    if (pin.length < SHORTEST) return;
    setAnswer('checking');
    const reply = await kioskBridge().unlockStaff({ pin });
    setPin('');
    if (reply.ok && reply.value.result === 'opened') return onOpened();
    setAnswer(reply.ok ? reply.value : undefined);
  };
  useKeyboard({ add, erase, enter: () => void enter(), onLeave });
  const isBusy = answer === 'checking';
  return (
    <main className="staff staff-pin" data-screen="staff-pin">
      <h1>{t('staff.pin.prompt')}</h1>
      <p
        className="pin-dots"
        role="status"
        aria-label={t('staff.pin.entered', { count: pin.length })}
      >
        {'●'.repeat(pin.length)}
      </p>
      <p className="pin-answer" role="alert" data-pin-answer={nameOf(answer)}>
        {describe(answer, t)}
      </p>
      <div className="pin-pad">
        {DIGITS.map((digit) => (
          <StaffButton key={digit} onPress={() => add(digit)} isDisabled={isBusy}>
            {digit}
          </StaffButton>
        ))}
        <StaffButton onPress={erase} isDisabled={isBusy}>
          {t('staff.pin.erase')}
        </StaffButton>
        <StaffButton onPress={() => add('0')} isDisabled={isBusy}>
          0
        </StaffButton>
        <StaffButton
          isPrimary
          onPress={() => void enter()}
          isDisabled={isBusy || pin.length < SHORTEST}
        >
          {t('staff.pin.enter')}
        </StaffButton>
      </div>
      <StaffButton onPress={onLeave}>{t('staff.pin.leave')}</StaffButton>
    </main>
  );
}

interface PinKeys {
  readonly add: (digit: string) => void;
  readonly erase: () => void;
  readonly enter: () => void;
  readonly onLeave: () => void;
}

/** A desk has a keyboard; its digits may be typed as well. */
function useKeyboard({ add, erase, enter, onLeave }: PinKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (/^\d$/.test(event.key)) add(event.key);
      else if (event.key === 'Backspace') erase();
      else if (event.key === 'Escape') onLeave();
      // On a button Enter presses that button.
      else if (event.key === 'Enter' && event.target === document.body) enter();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

function nameOf(answer: Unlocked | 'checking' | undefined): string | undefined {
  return typeof answer === 'object' ? answer.result : answer;
}

function describe(answer: Unlocked | 'checking' | undefined, t: TFunction): string {
  if (answer === undefined) return '';
  if (answer === 'checking') return t('staff.pin.checking');
  switch (answer.result) {
    case 'opened':
      return '';
    case 'wrong':
      return t('staff.pin.wrong', { count: answer.attemptsLeft });
    case 'locked':
      return t('staff.pin.locked', { seconds: answer.seconds });
    case 'no-pin':
      return t('staff.pin.none');
  }
}
