import type { Picture, View } from './drawing.ts';
import { MAX_ENLARGED_PIXELS, MAX_SEARCHED_PIXELS } from './limits.ts';
import type { Effort } from './qr-engine.ts';

/** One attempt on a picture: what is looked at, and how. */
export type Attempt = View & Effort;

// A code cut out to its very edge has lost the light margin that readers look for.
const MARGIN = 16;

/** The attempts on a picture, the likeliest first. */
export function* attemptsOn(picture: Picture): Generator<Attempt> {
  const whole = wholeOf(picture);
  yield whole;
  // On a very large picture a code of usual size is small once the whole is scaled down.
  const isVeryLarge = whole.scale < 0.6;
  if (isVeryLarge) yield* tilesOf(picture, whole);
  yield { ...whole, binarizer: 'GlobalHistogram' };
  yield { ...whole, tryDenoise: true };
  // A code of few pixels a module, as on a screenshot or a thumbnail.
  if (area(picture) <= MAX_ENLARGED_PIXELS / 9) yield { ...whole, scale: 3 };
  if (area(picture) <= MAX_ENLARGED_PIXELS / 4) yield { ...whole, scale: 2 };
  // A small code on a large scan, lost when the whole was scaled down.
  if (whole.scale < 1 && !isVeryLarge) yield* tilesOf(picture, whole);
  // Noise and moiré vanish when a picture shrinks.
  yield { ...whole, scale: whole.scale / 2 };
  // White modules on a transparent ground vanish on white.
  yield { ...whole, ground: 'black' };
}

/** The one attempt that finds nearly all: the whole picture, as large as is searched at once. */
export function wholeOf(picture: Picture): Attempt {
  const { width, height } = picture;
  const scale = Math.min(1, Math.sqrt(MAX_SEARCHED_PIXELS / area(picture)));
  const settings = { ground: 'white', binarizer: 'LocalAverage', tryDenoise: false } as const;
  return { left: 0, top: 0, width, height, scale, margin: MARGIN, ...settings };
}

// Four tiles, each 60 % of a side, so that a code of up to a fifth of the picture is whole in one.
function* tilesOf(picture: Picture, whole: Attempt): Generator<Attempt> {
  const size = { width: Math.ceil(picture.width * 0.6), height: Math.ceil(picture.height * 0.6) };
  const scale = Math.min(1, Math.sqrt(MAX_SEARCHED_PIXELS / area(size)));
  for (const top of [0, picture.height - size.height]) {
    for (const left of [0, picture.width - size.width]) {
      yield { ...whole, ...size, left, top, scale };
    }
  }
}

function area({ width, height }: Picture): number {
  return width * height;
}
