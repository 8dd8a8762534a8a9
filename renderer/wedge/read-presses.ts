import type { KeyPress } from './key-press.ts';
import { characterAt, LAYOUTS } from './layouts.ts';

/** What stood between the scanner and the text, and was put right. */
export type WedgeRepair = 'layout' | 'caps-lock' | 'input-method';

/** Why no text could be made of a scan. */
export type WedgeProblem = 'input-method' | 'layout' | 'too-long';

/** What a run of key presses says. */
export type ReadPresses =
  | { readonly kind: 'text'; readonly text: string; readonly repaired: readonly WedgeRepair[] }
  | { readonly kind: 'problem'; readonly code: WedgeProblem };

/** A certificate in the alphabet of Base45 (RFC 9285), or in a format that is still to come. */
const CERTIFICATE = /^PCC[0-9]+:[0-9A-Z $%*+\-./:]*$/;

/** The letters of the prefix lie in the same places nearly everywhere; its colon does not. */
const STARTS_LIKE_CERTIFICATE = /^PCC[0-9]?[^0-9]/i;
const STARTS_AS_CERTIFICATE = /^PCC[0-9]+:/;

/**
 * Makes a text of key presses. What the system makes of the keys counts first; where that is no
 * certificate, the places of the keys on the keyboards of several countries are tried. Anything
 * else is read by place on the US keyboard, which is what scanners type on.
 */
export function readPresses(presses: readonly KeyPress[]): ReadPresses {
  const isHidden = presses.some(({ isComposing, key }) => isComposing || key === 'Unidentified');
  const isKnown = presses.every(({ key }) => [...key].length === 1);
  const typed = isHidden || !isKnown ? undefined : presses.map(({ key }) => key).join('');
  const repairs: readonly WedgeRepair[] = isHidden ? ['input-method'] : [];
  if (typed !== undefined && CERTIFICATE.test(typed)) return text(typed, repairs);
  const placed = LAYOUTS.map((layout) => placedText(layout, presses));
  for (const candidate of placed) {
    if (candidate !== undefined && CERTIFICATE.test(candidate)) {
      return text(candidate, [...repairs, ...(isHidden ? [] : [causeOf(typed, candidate)])]);
    }
  }
  for (const candidate of [typed, ...placed]) {
    const swapped = candidate === undefined ? undefined : swapCase(candidate);
    if (swapped !== undefined && CERTIFICATE.test(swapped)) {
      return text(swapped, [...repairs, 'caps-lock']);
    }
  }
  return readOther(typed, placed[0], isHidden);
}

/** A code that is no certificate, or one that nothing here can read. */
function readOther(
  typed: string | undefined,
  onUsKeyboard: string | undefined,
  isHidden: boolean,
): ReadPresses {
  if (isHidden) {
    return onUsKeyboard === undefined
      ? { kind: 'problem', code: 'input-method' }
      : text(onUsKeyboard, ['input-method']);
  }
  const best = typed ?? onUsKeyboard;
  const isGarbled =
    best === undefined || (STARTS_LIKE_CERTIFICATE.test(best) && !STARTS_AS_CERTIFICATE.test(best));
  return isGarbled ? { kind: 'problem', code: 'layout' } : text(best, []);
}

function placedText(
  layout: (typeof LAYOUTS)[number],
  presses: readonly KeyPress[],
): string | undefined {
  const characters = presses.map((press) => characterAt(layout, press));
  return characters.includes(undefined) ? undefined : characters.join('');
}

/** Letters of the other case only: Caps Lock. Anything else: another keyboard. */
function causeOf(typed: string | undefined, placed: string): WedgeRepair {
  return typed?.toUpperCase() === placed.toUpperCase() ? 'caps-lock' : 'layout';
}

/** Turns a text around that has no upper-case letter; one with both cases was meant so. */
function swapCase(candidate: string): string | undefined {
  return /[A-Z]/.test(candidate) ? undefined : candidate.toUpperCase();
}

function text(value: string, repaired: readonly WedgeRepair[]): ReadPresses {
  return { kind: 'text', text: value, repaired };
}
