import { useTranslation } from 'react-i18next';
import { StaffButton } from './staff-button.tsx';

interface StepperProps {
  readonly title: string;
  /** The value in words. */
  readonly shown: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number changed by two large buttons: fingers hit them where they miss a slider. */
export function Stepper(props: StepperProps) {
  const { title, shown, value, min, max, step, isDisabled = false, onChange } = props;
  const { t } = useTranslation();
  const move = (by: number): void => {
    // Steps of 0.05 would add up to 0.15000000000000002.
    const next = Number((value + by).toFixed(4));
    onChange(Math.min(max, Math.max(min, next)));
  };
  return (
    <fieldset className="stepper" aria-label={title}>
      <span className="stepper-title">{title}</span>
      <StaffButton
        label={t('staff.step.less', { what: title })}
        isDisabled={isDisabled || value <= min}
        onPress={() => move(-step)}
      >
        −
      </StaffButton>
      <output>{shown}</output>
      <StaffButton
        label={t('staff.step.more', { what: title })}
        isDisabled={isDisabled || value >= max}
        onPress={() => move(step)}
      >
        +
      </StaffButton>
    </fieldset>
  );
}
