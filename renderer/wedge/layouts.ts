import type { KeyPress } from './key-press.ts';

/**
 * What keys mean by their place. A scanner is set to one country's keyboard and the computer to
 * another's only too often: then letters change places and the colon becomes something else. Only
 * the characters of codes matter here: digits, letters and `$%*+-./: ` and what stands in addresses.
 */

/** Character of a key alone and with Shift. */
type Keys = Readonly<Record<string, readonly [plain: string, shifted: string]>>;

const LETTERS: Keys = Object.fromEntries(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [
    `Key${letter}`,
    [letter.toLowerCase(), letter] as const,
  ]),
);

const KEYPAD: Keys = {
  ...Object.fromEntries(
    [...'0123456789'].map((digit) => [`Numpad${digit}`, [digit, digit] as const]),
  ),
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};

/** Digits of the upper row with what Shift makes of them, from 1 to 0. */
function upperRow(plain: string, shifted: string): Keys {
  const names = [...'1234567890'];
  return Object.fromEntries(
    names.map((name, index) => [
      `Digit${name}`,
      [plain[index] ?? '', shifted[index] ?? ''] as const,
    ]),
  );
}

function letterAt(place: string, letter: string): Keys {
  return { [place]: [letter.toLowerCase(), letter] };
}

const COMMON: Keys = { ...LETTERS, ...KEYPAD, Space: [' ', ' '] };

const US: Keys = {
  ...COMMON,
  ...upperRow('1234567890', '!@#$%^&*()'),
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

const GERMAN: Keys = {
  ...COMMON,
  ...upperRow('1234567890', '!"§$%&/()='),
  ...letterAt('KeyY', 'Z'),
  ...letterAt('KeyZ', 'Y'),
  Minus: ['ß', '?'],
  BracketRight: ['+', '*'],
  Backslash: ['#', "'"],
  Comma: [',', ';'],
  Period: ['.', ':'],
  Slash: ['-', '_'],
};

const FRENCH: Keys = {
  ...COMMON,
  ...upperRow('&é"\'(-è_çà', '1234567890'),
  ...letterAt('KeyQ', 'A'),
  ...letterAt('KeyA', 'Q'),
  ...letterAt('KeyW', 'Z'),
  ...letterAt('KeyZ', 'W'),
  ...letterAt('Semicolon', 'M'),
  Equal: ['=', '+'],
  BracketRight: ['$', '£'],
  Backslash: ['*', 'µ'],
  Quote: ['ù', '%'],
  KeyM: [',', '?'],
  Comma: [';', '.'],
  Period: [':', '/'],
  Slash: ['!', '§'],
};

const JAPANESE: Keys = {
  ...US,
  ...upperRow('1234567890', '!"#$%&\'()0'),
  Minus: ['-', '='],
  Equal: ['^', '~'],
  BracketLeft: ['@', '`'],
  BracketRight: ['[', '{'],
  Semicolon: [';', '+'],
  Quote: [':', '*'],
  Backslash: [']', '}'],
};

/** Likeliest first: scanners leave their boxes set to the US keyboard. */
export const LAYOUTS: readonly Keys[] = [US, GERMAN, FRENCH, JAPANESE];

/** The character of a key by its place; `undefined` when the layout knows none there. */
export function characterAt(layout: Keys, { code, shift }: KeyPress): string | undefined {
  const keys = Object.hasOwn(layout, code) ? layout[code] : undefined;
  return keys?.[shift ? 1 : 0];
}
