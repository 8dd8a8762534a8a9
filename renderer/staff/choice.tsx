import { Label, Radio, RadioGroup } from 'react-aria-components';

interface ChoiceProps {
  readonly title: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of several, all of them in sight. */
export function Choice({ title, value, options, isDisabled = false, onChange }: ChoiceProps) {
  return (
    <RadioGroup className="choice" value={value} onChange={onChange} isDisabled={isDisabled}>
      <Label>{title}</Label>
      <div className="choice-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="button choice-option">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
