/** What a visitor can make more comfortable; a button each, on every screen. */
export const COMFORT_CONTROLS = ['text', 'contrast', 'reach', 'voice'] as const;
export type ComfortControl = (typeof COMFORT_CONTROLS)[number];

/** Text sizes in the order a press goes through them: ×1, ×1.25, ×1.5. */
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** How one visitor wants the screen. */
export interface Comfort {
  readonly textSize: TextSize;
  readonly isHighContrast: boolean;
  /** The page is moved down, for those who sit or are small. */
  readonly isLow: boolean;
  readonly isSpoken: boolean;
}

/** As the next visitor finds it. */
export const PLAIN_COMFORT: Comfort = {
  textSize: 'normal',
  isHighContrast: false,
  isLow: false,
  isSpoken: false,
};

/** The comfort after a press of a control. */
export function pressComfort(comfort: Comfort, control: ComfortControl): Comfort {
  switch (control) {
    case 'text':
      return { ...comfort, textSize: nextTextSize(comfort.textSize) };
    case 'contrast':
      return { ...comfort, isHighContrast: !comfort.isHighContrast };
    case 'reach':
      return { ...comfort, isLow: !comfort.isLow };
    case 'voice':
      return { ...comfort, isSpoken: !comfort.isSpoken };
  }
}

/** Whether anything differs from how the next visitor finds it. */
export function isPlain(comfort: Comfort): boolean {
  const { textSize, isHighContrast, isLow, isSpoken } = comfort;
  return textSize === 'normal' && !isHighContrast && !isLow && !isSpoken;
}

function nextTextSize(size: TextSize): TextSize {
  const next = TEXT_SIZES[TEXT_SIZES.indexOf(size) + 1];
  return next ?? 'normal';
}
