/** Keyboards of several countries, as far as a scanner's codes need them. */

/** What a computer makes of keys: its keyboard, Caps Lock, an input method in the way. */
export interface Computer {
  /** Character of a key by its place, alone and with Shift; the US keyboard where nothing stands. */
  readonly keyboard?: Readonly<Record<string, readonly [string, string]>>;
  readonly capsLock?: boolean;
  readonly inputMethod?: 'takes-keys' | 'hides-places';
}

const US_SIGNS = {
  Minus: '-_',
  Equal: '=+',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backquote: '`~',
  Backslash: '\\|',
  Space: '  ',
};
const DIGIT_SIGNS = ')!@#$%^&*(';

/** Place of a character on the US keyboard, on which scanners type unless told otherwise. */
export function placeOf(character: string): readonly [code: string, shift: boolean] {
  if (/[a-z]/.test(character)) return [`Key${character.toUpperCase()}`, false];
  if (/[A-Z]/.test(character)) return [`Key${character}`, true];
  if (/[0-9]/.test(character)) return [`Digit${character}`, false];
  const digit = DIGIT_SIGNS.indexOf(character);
  if (digit >= 0) return [`Digit${digit}`, true];
  for (const [code, signs] of Object.entries(US_SIGNS)) {
    const index = signs.indexOf(character);
    if (index >= 0) return [code, index === 1];
  }
  throw new Error(`no key for ${character}`);
}

/** Another country's keyboard, as far as it matters here. */
export const GERMAN_KEYBOARD: NonNullable<Computer['keyboard']> = {
  KeyY: ['z', 'Z'],
  KeyZ: ['y', 'Y'],
  Semicolon: ['ö', 'Ö'],
  Slash: ['-', '_'],
  Minus: ['ß', '?'],
  Equal: ['´', '`'],
  Period: ['.', ':'],
  Digit8: ['8', '('],
  Digit7: ['7', '/'],
};
export const FRENCH_KEYBOARD: NonNullable<Computer['keyboard']> = {
  KeyQ: ['a', 'A'],
  KeyA: ['q', 'Q'],
  KeyW: ['z', 'Z'],
  KeyZ: ['w', 'W'],
  KeyM: [',', '?'],
  Semicolon: ['m', 'M'],
  Period: [':', '/'],
  Slash: ['!', '§'],
  Minus: [')', '°'],
  ...Object.fromEntries(
    [...'&é"\'(-è_çà'].map((sign, index) => [
      `Digit${(index + 1) % 10}`,
      [sign, String((index + 1) % 10)] as const,
    ]),
  ),
};

/** What the system makes of a place with or without Shift (`KeyboardEvent.key`). */
export function keyAt(code: string, shift: boolean, computer: Computer = {}): string {
  if (computer.inputMethod === 'takes-keys') return 'Process';
  if (computer.inputMethod === 'hides-places') return 'Unidentified';
  const known = computer.keyboard?.[code];
  const plain = known === undefined ? onUsKeyboard(code, shift) : known[shift ? 1 : 0];
  if (computer.capsLock !== true || !/^\p{L}$/u.test(plain)) return plain;
  return plain === plain.toUpperCase() ? plain.toLowerCase() : plain.toUpperCase();
}

function onUsKeyboard(code: string, shift: boolean): string {
  if (code.startsWith('Key')) return shift ? code.slice(3) : code.slice(3).toLowerCase();
  if (code.startsWith('Digit'))
    return shift ? (DIGIT_SIGNS[Number(code.slice(5))] ?? '') : code.slice(5);
  const signs = Object.entries(US_SIGNS).find(([name]) => name === code)?.[1] ?? '';
  return signs[shift ? 1 : 0] ?? '';
}
