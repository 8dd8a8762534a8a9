import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffButton } from './staff-button.tsx';
import { TouchField } from './touch-field.tsx';
import { TouchResult } from './touch-result.tsx';
import { type Field, type TouchAnswer, touchTargets } from './touch-targets.ts';

type Step =
  | { readonly kind: 'offered' }
  | { readonly kind: 'running'; readonly field: Field }
  | { readonly kind: 'done'; readonly field: Field; readonly answers: readonly TouchAnswer[] };

/** Tries whether the panel feels touches everywhere, and where they are made. */
export function TouchPage() {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ kind: 'offered' });
  const start = (): void => {
    setStep({ kind: 'running', field: { width: innerWidth, height: innerHeight } });
  };
  if (step.kind === 'running') {
    const { field } = step;
    const finish = (answers: readonly TouchAnswer[]): void =>
      setStep({ kind: 'done', field, answers });
    return <TouchField targets={touchTargets(field)} onEnd={finish} />;
  }
  return (
    <section className="staff-page">
      {step.kind === 'offered' ? (
        <p>{t('staff.touch.how')}</p>
      ) : (
        <TouchResult answers={step.answers} field={step.field} />
      )}
      <StaffButton name="start-touch" isPrimary onPress={start}>
        {t(step.kind === 'offered' ? 'staff.touch.start' : 'staff.touch.again')}
      </StaffButton>
    </section>
  );
}
