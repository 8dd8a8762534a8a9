import { evenLight, sharpen, smooth } from './clear-up.ts';
import { enlargeTwice } from './enlarge.ts';
import { crop, type LumaImage, type Region } from './luma-image.ts';
import { outOfPart } from './quad.ts';
import type { Decode, Detection } from './wasm-decoder.ts';

/** One way of looking at a frame in which the ordinary look found nothing. */
export type Attempt = (frame: LumaImage, region: Region | undefined) => Detection | undefined;

/** A region of more pixels than this has large modules already. */
const MAX_ENLARGED_PIXELS = 350_000;

/**
 * The hard attempts in the order in which they take turns, the one that reads most first. Measured
 * with `npm run bench -- scan`; each reads some frames that none of the others does.
 */
export function hardAttempts(decode: Decode, secondEngine: Decode): readonly Attempt[] {
  return [
    (frame) => decode(frame, { downscale: 2, denoise: true }),
    onRegion((part) => decode(sharpen(part, 4, 3), { downscale: 2 }), 'enlarged'),
    onRegion((part) => decode(sharpen(evenLight(part, 24), 3, 2), { downscale: 2 }), 'as it is'),
    onRegion((part) => decode(smooth(smooth(part)), { downscale: 2 }), 'enlarged'),
    onRegion((part) => decode(sharpen(smooth(part), 5, 4), {}), 'enlarged'),
    onRegion((part) => decode(part, {}), 'enlarged'),
    (frame) => decode(frame, { downscale: 3, globalThreshold: true }),
    onRegion((part) => decode(sharpen(part, 8, 6), {}), 'enlarged'),
    onRegion((part) => secondEngine(part, {}), 'as it is'),
  ];
}

/** Light modules on a dark ground: rare enough to look for them only now and then. */
export function invertedAttempt(decode: Decode): Attempt {
  return (frame) => decode(frame, { invert: true });
}

/** Looks at a part of the frame only; without a likely region there is nothing to look at. */
function onRegion(
  look: (part: LumaImage) => Detection | undefined,
  size: 'enlarged' | 'as it is',
): Attempt {
  return (frame, region) => {
    if (region === undefined) return undefined;
    const part = crop(frame, region);
    const isEnlarged = size === 'enlarged' && part.luma.length <= MAX_ENLARGED_PIXELS;
    const found = look(isEnlarged ? enlargeTwice(part) : part);
    if (found === undefined) return undefined;
    return { ...found, corners: outOfPart(found.corners, region, isEnlarged ? 2 : 1) };
  };
}
