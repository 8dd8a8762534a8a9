import type { KeyPress } from '../../renderer/wedge/key-press.ts';
import { type Computer, keyAt } from './keyboards.ts';

/** The key presses of a place with or without Shift, as the page sees them. */
export function pressAt(
  code: string,
  shift: boolean,
  timeMs: number,
  computer: Computer = {},
): KeyPress {
  return {
    code: computer.inputMethod === 'hides-places' ? '' : code,
    key: keyAt(code, shift, computer),
    timeMs,
    shift,
    isCommand: false,
    altGraph: false,
    capsLock: computer.capsLock ?? false,
    isComposing: computer.inputMethod !== undefined,
    isRepeat: false,
  };
}

/** A key that is no character. */
export function namedPress(key: string, timeMs: number): KeyPress {
  return { ...pressAt('Space', false, timeMs), code: key, key };
}
