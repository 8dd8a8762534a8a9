import { looksLikeCertificate } from '../certificate-text.ts';
import type { Attempt } from './attempts.ts';
import { findRegions } from './find-regions.ts';
import { type LumaImage, type Region, widen } from './luma-image.ts';
import { boundsOf, type Corners, isPlausible } from './quad.ts';
import type { Detection } from './wasm-decoder.ts';

/** An engine's first corners may be wrong; after two there is little left to gain. */
const MAX_SIGHTINGS = 2;
/** How far a code may have moved since, in shares of its size. */
const DRIFT = 0.2;

/** What one frame showed. */
export interface FrameReading {
  readonly found: { readonly text: string; readonly corners: Corners } | undefined;
  /** A code is in view, whether or not it could be read. */
  readonly showsCode: boolean;
}

/** What is known of one frame so far. */
export interface Look {
  readonly take: (attempt: Attempt) => void;
  readonly isCertificateFound: () => boolean;
  readonly mayHoldCode: () => boolean;
  /** The modules of a code in it were looked at one by one already. */
  readonly isExhausted: () => boolean;
  /** Where something code-like is. */
  readonly region: () => Region | undefined;
  /** The code that was found and not read, when it is asked for the first time. */
  readonly takeUnread: () => Detection | undefined;
  readonly place: () => Region | undefined;
  readonly reading: () => FrameReading;
}

/**
 * Begins to look at a frame.
 *
 * @param near where to look for a code and nowhere else; without it wherever one is likely
 */
export function createLook(original: LumaImage, near: Region | undefined): Look {
  let frame = original;
  let found: FrameReading['found'];
  let seen: Corners | undefined;
  let unread: Detection | undefined;
  let sightings = 0;
  let isExhausted = false;
  let regions: readonly Region[] | undefined;
  const likelyRegions = () => {
    regions ??= near === undefined ? findRegions(frame) : [near];
    return regions;
  };
  const regionOfInterest = () =>
    seen === undefined ? likelyRegions()[0] : widen(boundsOf(seen), DRIFT / 2, frame);
  const take = (attempt: Attempt) => {
    const detection = attempt(frame, regionOfInterest());
    if (detection === undefined || !isPlausible(detection.corners)) return;
    const { text, corners } = detection;
    if (text === undefined) {
      isExhausted ||= detection.isExhausted === true;
      if (sightings < MAX_SIGHTINGS && detection.isExhausted !== true) unread = detection;
      sightings += 1;
      seen ??= corners;
      return;
    }
    if (found === undefined || looksLikeCertificate(text)) found = { text, corners };
    // A poster's code beside the certificate: without it in the way the other is found.
    if (!looksLikeCertificate(text)) frame = paintOver(frame, boundsOf(corners));
  };
  const isCertificateFound = () => found !== undefined && looksLikeCertificate(found.text);
  return {
    take,
    isCertificateFound,
    isExhausted: () => isExhausted,
    region: () => likelyRegions()[0],
    mayHoldCode: () => seen !== undefined || likelyRegions().length > 0,
    takeUnread: () => {
      const taken = unread;
      unread = undefined;
      return taken;
    },
    place: () => {
      const corners = found?.corners ?? seen;
      return corners && widen(boundsOf(corners), DRIFT, original);
    },
    reading: () => ({ found, showsCode: found !== undefined || seen !== undefined }),
  };
}

function paintOver(frame: LumaImage, region: Region): LumaImage {
  const luma = frame.luma.slice();
  const { left, top, width, height } = widen(region, 0, frame);
  for (let y = top; y < top + height; y += 1) {
    const start = y * frame.width;
    luma.fill(128, start + Math.max(0, left), start + left + width);
  }
  return { ...frame, luma };
}
