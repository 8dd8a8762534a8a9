/** A text field as it was before a scanner typed into it. */
export interface RememberedField {
  restore(): void;
  /**
   * Takes the cursor out until `comeBack`: away from text fields an input method lets the keys go,
   * and what it has composed so far is ended and can be taken out again.
   */
  leave(): void;
  comeBack(): void;
}

/** Remembers the field a key goes into; `undefined` when nothing there can be written in. */
export function rememberField(target: EventTarget | null): RememberedField | undefined {
  if (target instanceof HTMLInputElement && isForText(target)) {
    return remember(target, HTMLInputElement.prototype);
  }
  if (target instanceof HTMLTextAreaElement) return remember(target, HTMLTextAreaElement.prototype);
  if (target instanceof HTMLElement && target.isContentEditable) {
    return { restore: () => undefined, ...cursorOf(target) };
  }
  return undefined;
}

const OTHER_INPUTS = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset'];

function isForText({ type, disabled, readOnly }: HTMLInputElement): boolean {
  return !disabled && !readOnly && type !== 'submit' && !OTHER_INPUTS.includes(type);
}

function remember(
  field: HTMLInputElement | HTMLTextAreaElement,
  prototype: object,
): RememberedField {
  const { value } = field;
  return {
    restore: () => {
      // Past React, which overrides the property on the element, and then told to it by the event.
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    ...cursorOf(field),
  };
}

function cursorOf(element: HTMLElement): Pick<RememberedField, 'leave' | 'comeBack'> {
  let hasLeft = false;
  return {
    leave: () => {
      hasLeft = true;
      element.blur();
    },
    comeBack: () => {
      if (hasLeft && document.activeElement === document.body) element.focus();
      hasLeft = false;
    },
  };
}
