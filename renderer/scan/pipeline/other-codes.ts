import { crop, type LumaImage, type Region } from './luma-image.ts';
import { outOfPart } from './quad.ts';
import type { Decode, Detection } from './wasm-decoder.ts';

/** What nobody holds up for long is not worth the time of looking for it in every frame. */
const LOOK_EVERY_MS = 700;
/** Seen once it may be chance; twice within this time it is there. */
const TWICE_WITHIN_MS = 2_500;

/** Looks for a code that is none of ours; the region is where something code-like is. */
export type FindOtherCode = (
  frame: LumaImage,
  region: Region | undefined,
  nowMs: number,
) => Detection | undefined;

/**
 * Finds Data Matrix and Aztec codes, so that whoever holds one up is told that it is the
 * wrong one. The name of its kind is put before the text: whatever it says, it is no certificate.
 */
export function createOtherCodeFinder(decode: Decode): FindOtherCode {
  let lastLookMs = Number.NEGATIVE_INFINITY;
  let before: { readonly text: string; readonly seenMs: number } | undefined;
  return (frame, region, nowMs) => {
    if (region === undefined || nowMs - lastLookMs < LOOK_EVERY_MS) return undefined;
    lastLookMs = nowMs;
    const found = decode(crop(frame, region), { isForeign: true, downscale: 2 });
    if (found?.text === undefined) return undefined;
    const text = `${found.symbology}:${found.text}`;
    const isSeenAgain = before?.text === text && nowMs - before.seenMs <= TWICE_WITHIN_MS;
    before = { text, seenMs: nowMs };
    if (!isSeenAgain) return undefined;
    return { ...found, text, corners: outOfPart(found.corners, region, 1) };
  };
}
