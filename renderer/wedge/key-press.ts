/** One key that went down, as far as a scanner's typing is told from it. */
export interface KeyPress {
  /** Place of the key on the keyboard (`KeyboardEvent.code`), whatever is printed on it. */
  readonly code: string;
  /** What the system makes of it (`KeyboardEvent.key`). */
  readonly key: string;
  /** Milliseconds on the clock of the page's events. */
  readonly timeMs: number;
  readonly shift: boolean;
  /** Ctrl, Alt or Meta: a command of a person, or a control character of a scanner. */
  readonly isCommand: boolean;
  readonly altGraph: boolean;
  readonly capsLock: boolean;
  /** An input method took the key to make something else of it. */
  readonly isComposing: boolean;
  /** Held down: no scanner does that. */
  readonly isRepeat: boolean;
}

/** Reads a keyboard event. */
export function pressOf(event: KeyboardEvent): KeyPress {
  const altGraph = event.getModifierState('AltGraph');
  return {
    code: event.code,
    key: event.key,
    timeMs: event.timeStamp,
    shift: event.shiftKey,
    isCommand: !altGraph && (event.ctrlKey || event.altKey || event.metaKey),
    altGraph,
    capsLock: event.getModifierState('CapsLock'),
    isComposing: event.isComposing || event.key === 'Process',
    isRepeat: event.repeat,
  };
}

const SILENT_KEYS = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Dead|Compose)/;

/** A key that only changes what others mean. */
export function isModifier({ key }: KeyPress): boolean {
  return SILENT_KEYS.test(key) && key !== 'Dead';
}

/** A key that ends a scan. Line feeds come as Ctrl+J or Ctrl+M from scanners set so. */
export function isTerminator({ code, key, isCommand }: KeyPress): boolean {
  if (isCommand) return code === 'KeyJ' || code === 'KeyM';
  return code === 'Enter' || code === 'NumpadEnter' || code === 'Tab' || key === 'Enter';
}

/** Whether the key stands for a character, if only one that an input method hides. */
export function isCharacter({ code, key, isCommand }: KeyPress): boolean {
  if (isCommand) return false;
  if ([...key].length === 1 || key === 'Dead') return true;
  if (key !== 'Process' && key !== 'Unidentified') return false;
  return !/^(?:Enter|NumpadEnter|Tab|Escape|Backspace|Arrow|Shift|Control|Alt)/.test(code);
}
