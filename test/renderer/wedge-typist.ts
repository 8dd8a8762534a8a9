import type { KeyPress } from '../../renderer/wedge/key-press.ts';

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

/** The key presses of a place with or without Shift, as the page sees them. */
export function pressAt(
  code: string,
  shift: boolean,
  timeMs: number,
  computer: Computer = {},
): KeyPress {
  const known = computer.keyboard?.[code];
  const plain = known === undefined ? onUsKeyboard(code, shift) : known[shift ? 1 : 0];
  const isLetter = /^\p{L}$/u.test(plain);
  const turned = plain === plain.toUpperCase() ? plain.toLowerCase() : plain.toUpperCase();
  const key = computer.capsLock === true && isLetter ? turned : plain;
  return {
    code: computer.inputMethod === 'hides-places' ? '' : code,
    key:
      computer.inputMethod === undefined
        ? key
        : computer.inputMethod === 'takes-keys'
          ? 'Process'
          : 'Unidentified',
    timeMs,
    shift,
    isCommand: false,
    altGraph: false,
    capsLock: computer.capsLock ?? false,
    isComposing: computer.inputMethod !== undefined,
    isRepeat: false,
  };
}

function onUsKeyboard(code: string, shift: boolean): string {
  if (code.startsWith('Key')) return shift ? code.slice(3) : code.slice(3).toLowerCase();
  if (code.startsWith('Digit'))
    return shift ? (DIGIT_SIGNS[Number(code.slice(5))] ?? '') : code.slice(5);
  const signs = Object.entries(US_SIGNS).find(([name]) => name === code)?.[1] ?? '';
  return signs[shift ? 1 : 0] ?? '';
}

/** A key that is no character. */
export function namedPress(key: string, timeMs: number): KeyPress {
  return { ...pressAt('Space', false, timeMs), code: key, key };
}
