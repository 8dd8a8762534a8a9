import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';

interface StaffButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isPrimary?: boolean;
  readonly isDisabled?: boolean;
  readonly label?: string;
  readonly name?: string;
}

/** A button for fingers: pressed when the finger is lifted on it, not when it slides off. */
export function StaffButton(props: StaffButtonProps) {
  const { children, onPress, isPrimary = false, isDisabled = false, label, name } = props;
  return (
    <Button
      className={isPrimary ? 'button button-primary' : 'button'}
      onPress={onPress}
      isDisabled={isDisabled}
      data-staff={name}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Button>
  );
}

interface StaffToggleProps {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
}

/** A button that stays pressed. */
export function StaffToggle({ children, isOn, onChange, isDisabled = false }: StaffToggleProps) {
  return (
    <ToggleButton
      className="button staff-toggle"
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      {children}
    </ToggleButton>
  );
}
