/**
 * What the terminal says without words. One family of timbre, a soft bell: told apart by rhythm
 * and by direction, so that nobody has to know pitches.
 */
export const SIGNS = ['read', 'accept', 'other', 'refuse', 'fault', 'warning'] as const;
export type Sign = (typeof SIGNS)[number];

/** A tone of a sign. Times are seconds from the beginning of the sign. */
export interface Tone {
  readonly startS: number;
  readonly lengthS: number;
  readonly frequencyHz: number;
}

const G3 = 196;
const D3 = 147;
const E5 = 659;
const A5 = 880;
const D6 = 1_175;
const CLICK_HZ = 1_760;

/** The tones of each sign; the longest takes 520 ms. */
export const TONES: Readonly<Record<Sign, readonly Tone[]>> = {
  // A click: heard as "got it", not as a result.
  read: [tone(0, 0.06, CLICK_HZ)],
  // Two rising notes.
  accept: [tone(0, 0.2, A5), tone(0.18, 0.32, D6)],
  // Two equal notes.
  other: [tone(0, 0.18, E5), tone(0.22, 0.26, E5)],
  // One low pair, sounded together.
  refuse: [tone(0, 0.5, G3), tone(0, 0.5, D3)],
  // Three short ones.
  fault: [tone(0, 0.1, E5), tone(0.17, 0.1, E5), tone(0.34, 0.1, E5)],
  // The screen is about to go back: the click, twice.
  warning: [tone(0, 0.06, CLICK_HZ), tone(0.16, 0.06, CLICK_HZ)],
};

/** How long a sign takes, in seconds. */
export function lengthOf(sign: Sign): number {
  return Math.max(...TONES[sign].map(({ startS, lengthS }) => startS + lengthS));
}

function tone(startS: number, lengthS: number, frequencyHz: number): Tone {
  return { startS, lengthS, frequencyHz };
}
