import { looksLikeCertificate } from '../certificate-text.ts';
import type { ReadGrid } from '../grid/read-grid.ts';
import { type Attempt, hardAttempts, invertedAttempt } from './attempts.ts';
import { findRegions } from './find-regions.ts';
import { halve } from './halve.ts';
import { crop, type LumaImage, type Region, widen } from './luma-image.ts';
import { createOtherCodeFinder } from './other-codes.ts';
import { boundsOf, type Corners, isPlausible, outOfPart } from './quad.ts';
import type { Decode, Detection } from './wasm-decoder.ts';

/** What one frame showed. */
export interface FrameReading {
  readonly found: { readonly text: string; readonly corners: Corners } | undefined;
  /** A code is in view, whether or not it could be read. */
  readonly showsCode: boolean;
}

/** What a reader of frames is made of. */
export interface FrameReaderParts {
  readonly decode: Decode;
  readonly secondEngine: Decode;
  /** Reads module by module what an engine found but could not read. */
  readonly readGrid: ReadGrid;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /** No further attempt begins that would hardly end within this much time on one frame. */
  readonly budgetMs: number;
}

/** Reads frame after frame of one camera. */
export interface FrameReader {
  /** @param isStill nothing has moved in view for a while */
  readonly read: (frame: LumaImage, isStill?: boolean) => FrameReading;
}

/** A code is looked for where it was seen for so long. */
const REMEMBER_MS = 1_000;
const INVERTED_EVERY_MS = 1_000;
/** An engine's first corners may be wrong; after two there is little left to gain. */
const MAX_SIGHTINGS = 2;
/** More than 720p. */
const LARGE_PIXELS = 1_000_000;
/** How far a code may have moved since, in shares of its size. */
const DRIFT = 0.2;

interface Memory {
  place: { readonly region: Region; readonly seenMs: number } | undefined;
  turn: number;
  /** What each hard attempt took lately. */
  readonly usualMs: number[];
  /**
   * Until then a view in which nothing moves gets the easy attempts only: hard ones that found nothing
   * in it leave as much time to the next frame with a code, and to the screen, as they took.
   */
  restsUntilMs: number;
  lastInvertedMs: number;
}

/**
 * One frame's way through the attempts: where the code was last, then everywhere, then the hard
 * attempts in turn for as long as the budget lasts, at least one unless they rest. A certificate ends the
 * frame; any other code is kept as the answer in case no certificate is found beside it.
 */
export function createFrameReader(parts: FrameReaderParts): FrameReader {
  const attempts = hardAttempts(parts);
  const inverted = invertedAttempt(parts.decode);
  const findOtherCode = createOtherCodeFinder(parts.decode);
  const memory: Memory = {
    place: undefined,
    turn: 0,
    usualMs: [],
    restsUntilMs: 0,
    lastInvertedMs: Number.NEGATIVE_INFINITY,
  };
  return {
    read: (frame, isStill = false) => {
      const startMs = parts.clock();
      const look = createLook(frame);
      const plan = { parts, attempts, inverted, memory, frame, isStill, look, startMs };
      for (const attempt of attemptsFor(plan)) {
        look.take(attempt);
        if (look.isCertificateFound()) break;
      }
      remember(memory, look.place(), startMs);
      const reading = look.reading();
      if (reading.found !== undefined) return reading;
      const other = findOtherCode(frame, look.region(), startMs);
      return other === undefined ? reading : readingOf(other);
    },
  };
}

function readingOf({ text, corners }: Detection): FrameReading {
  return { found: text === undefined ? undefined : { text, corners }, showsCode: true };
}

interface Plan {
  readonly parts: FrameReaderParts;
  readonly attempts: readonly Attempt[];
  readonly inverted: Attempt;
  readonly memory: Memory;
  readonly frame: LumaImage;
  readonly isStill: boolean;
  readonly look: Look;
  readonly startMs: number;
}

function* attemptsFor(plan: Plan): Generator<Attempt> {
  const { memory, look, startMs } = plan;
  const { decode, clock } = plan.parts;
  const place = memory.place?.region;
  if (place !== undefined) yield (frame) => decodePart(decode, frame, place);
  yield* easyAttempts(plan.frame, decode);
  yield* gridAttempt(plan);
  if (plan.isStill && startMs < memory.restsUntilMs && !look.reading().showsCode) return;
  const beginMs = clock();
  yield* hardAttemptsInTurn(plan);
  const endMs = clock();
  if (!look.reading().showsCode) memory.restsUntilMs = endMs + (endMs - beginMs);
}

function* hardAttemptsInTurn(plan: Plan): Generator<Attempt> {
  const { parts, attempts, memory, startMs } = plan;
  const { clock, budgetMs } = parts;
  for (let count = 0; count < attempts.length; count += 1) {
    const turn = memory.turn % attempts.length;
    const attempt = attempts[turn];
    const usualMs = memory.usualMs[turn] ?? 0;
    const beginMs = clock();
    if (count > 0 && beginMs + usualMs - startMs >= budgetMs) break;
    memory.turn += 1;
    if (attempt !== undefined && plan.look.mayHoldCode()) {
      yield attempt;
      yield* gridAttempt(plan);
      memory.usualMs[turn] = (usualMs + clock() - beginMs) / 2;
    }
  }
  yield* invertedAttemptIfDue(plan);
}

/**
 * Everywhere; in a large frame in half its size first, which takes a quarter of the time and has less
 * noise, and then in full where a code is likely.
 */
function* easyAttempts({ luma }: LumaImage, decode: Decode): Generator<Attempt> {
  if (luma.length <= LARGE_PIXELS) {
    yield (frame) => decode(frame, { downscale: 3 });
    return;
  }
  yield (frame) => decodeHalved(decode, frame);
  yield (frame, region) => region && decodePart(decode, frame, region);
}

/** After the hard attempts: a code that is dark on light, as most are, need not wait for it. */
function* invertedAttemptIfDue({ memory, look, inverted, startMs }: Plan): Generator<Attempt> {
  if (startMs - memory.lastInvertedMs < INVERTED_EVERY_MS || !look.mayHoldCode()) return;
  memory.lastInvertedMs = startMs;
  yield inverted;
}

/** As soon as there are corners to start from. */
function* gridAttempt({ parts, look }: Plan): Generator<Attempt> {
  const unread = look.takeUnread();
  if (unread !== undefined) yield (frame) => parts.readGrid(frame, unread);
}

function decodePart(decode: Decode, frame: LumaImage, region: Region): Detection | undefined {
  const found = decode(crop(frame, region), {});
  return found && { ...found, corners: outOfPart(found.corners, region, 1) };
}

function decodeHalved(decode: Decode, frame: LumaImage): Detection | undefined {
  const found = decode(halve(frame), { downscale: 3 });
  const whole = { left: 0, top: 0, width: frame.width, height: frame.height };
  return found && { ...found, corners: outOfPart(found.corners, whole, 0.5) };
}

function remember(memory: Memory, place: Region | undefined, nowMs: number): void {
  if (place !== undefined) memory.place = { region: place, seenMs: nowMs };
  else if (memory.place && nowMs - memory.place.seenMs > REMEMBER_MS) memory.place = undefined;
}

/** What is known of one frame so far. */
interface Look {
  readonly take: (attempt: Attempt) => void;
  readonly isCertificateFound: () => boolean;
  readonly mayHoldCode: () => boolean;
  /** Where something code-like is. */
  readonly region: () => Region | undefined;
  /** The code that was found and not read, when it is asked for the first time. */
  readonly takeUnread: () => Detection | undefined;
  readonly place: () => Region | undefined;
  readonly reading: () => FrameReading;
}

function createLook(original: LumaImage): Look {
  let frame = original;
  let found: FrameReading['found'];
  let seen: Corners | undefined;
  let unread: Detection | undefined;
  let sightings = 0;
  let regions: readonly Region[] | undefined;
  const likelyRegions = () => {
    regions ??= findRegions(frame);
    return regions;
  };
  const regionOfInterest = () =>
    seen === undefined ? likelyRegions()[0] : widen(boundsOf(seen), DRIFT / 2, frame);
  const take = (attempt: Attempt) => {
    const detection = attempt(frame, regionOfInterest());
    if (detection === undefined || !isPlausible(detection.corners)) return;
    const { text, corners } = detection;
    if (text === undefined) {
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
