import type { GridReader } from '../grid/read-grid.ts';
import { type Attempt, type HardAttempts, hardAttempts } from './attempts.ts';
import { createLook, type FrameReading, type Look } from './frame-look.ts';
import { halve } from './halve.ts';
import { crop, type LumaImage, type Region } from './luma-image.ts';
import { createOtherCodeFinder } from './other-codes.ts';
import { outOfPart } from './quad.ts';
import type { Decode, Detection } from './wasm-decoder.ts';

/** What a reader of frames is made of. */
export interface FrameReaderParts {
  readonly decode: Decode;
  readonly secondEngine: Decode;
  /** Reads module by module what an engine found but could not read. */
  readonly grid: GridReader;
  /** Monotonic milliseconds. */
  readonly clock: () => number;
  /**
   * No further attempt in turn begins that would hardly end within this much time on one frame. What
   * every frame gets, the look at single modules among it, is not counted against it.
   */
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
/** More than 720p. */
const LARGE_PIXELS = 1_000_000;

interface Memory {
  place: Place | undefined;
  /** Whether it is the turn of a frame that is done with soon. */
  isShortTurn: boolean;
  turn: number;
  /** What each attempt in turn took lately. */
  readonly usualMs: number[];
  /**
   * Until then a view in which nothing moves gets the easy attempts only: hard ones that found nothing
   * in it leave as much time to the next frame with a code, and to the screen, as they took.
   */
  restsUntilMs: number;
  lastInvertedMs: number;
}

/** Where a code was last. */
interface Place {
  readonly region: Region;
  readonly seenMs: number;
  /** It could be seen there, but not read. */
  readonly isUnread: boolean;
}

/**
 * One frame's way through the attempts: where the code was last, then everywhere, then, unless they
 * rest, the quick hard attempts and the others in turn for as long as the budget lasts. A certificate ends
 * the frame; any other code is kept as the answer in case no certificate is found beside it.
 *
 * A hard code is read in the moment in which the hand is still and the lens has it, so the more frames
 * get the quick attempt, the sooner: what takes longer has its turn in every other frame only, and in the
 * rest a code that was seen and not read is looked for where it was and nowhere else.
 */
export function createFrameReader(parts: FrameReaderParts): FrameReader {
  const hard = hardAttempts(parts);
  const findOtherCode = createOtherCodeFinder(parts.decode);
  const memory: Memory = {
    place: undefined,
    isShortTurn: true,
    turn: 0,
    usualMs: [],
    restsUntilMs: 0,
    lastInvertedMs: Number.NEGATIVE_INFINITY,
  };
  return {
    read: (frame, isStill = false) => {
      const startMs = parts.clock();
      const { place, isShortTurn } = memory;
      const near = isShortTurn && place?.isUnread === true ? place.region : undefined;
      const look = createLook(frame, near);
      const plan = { parts, hard, memory, frame, near, isStill, look, startMs };
      for (const attempt of attemptsFor(plan)) {
        look.take(attempt);
        if (look.isCertificateFound()) break;
      }
      memory.isShortTurn = !isShortTurn;
      remember(plan);
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
  readonly hard: HardAttempts;
  readonly memory: Memory;
  readonly frame: LumaImage;
  /** Where to look and nowhere else. */
  readonly near: Region | undefined;
  readonly isStill: boolean;
  readonly look: Look;
  readonly startMs: number;
}

function* attemptsFor(plan: Plan): Generator<Attempt> {
  const { memory, look, startMs } = plan;
  const { decode, clock } = plan.parts;
  const place = memory.place?.region;
  if (place !== undefined) yield (frame) => decodePart(decode, frame, place);
  if (plan.near === undefined) yield* easyAttempts(plan.frame, decode);
  yield* gridAttempt(plan);
  if (plan.isStill && startMs < memory.restsUntilMs && !look.reading().showsCode) return;
  const beginMs = clock();
  yield* hardAttemptsAtOnce(plan);
  yield* hardAttemptsInTurn(plan);
  const endMs = clock();
  if (!look.reading().showsCode) memory.restsUntilMs = endMs + (endMs - beginMs);
}

function* hardAttemptsAtOnce(plan: Plan): Generator<Attempt> {
  const { hard, look, memory } = plan;
  // In an idle hall they and those in turn share the frames: a code that comes must not wait for both.
  const isIdle = plan.isStill && memory.place === undefined;
  if (!look.mayHoldCode() || (isIdle && !memory.isShortTurn)) return;
  yield hard.evened;
  yield* gridAttempt(plan);
  // Where an engine's corners did not help, another guess at them has not been seen to either.
  if (!look.isExhausted()) yield hard.quick;
}

function* hardAttemptsInTurn(plan: Plan): Generator<Attempt> {
  const { parts, memory, startMs } = plan;
  const attempts = plan.hard.inTurn;
  const { clock, budgetMs } = parts;
  const least = memory.isShortTurn ? 0 : 1;
  for (let count = 0; count < attempts.length; count += 1) {
    const turn = memory.turn % attempts.length;
    const attempt = attempts[turn];
    const usualMs = memory.usualMs[turn] ?? 0;
    const beginMs = clock();
    if (count >= least && beginMs + usualMs - startMs >= budgetMs) break;
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
function* invertedAttemptIfDue({ hard, memory, look, startMs }: Plan): Generator<Attempt> {
  if (startMs - memory.lastInvertedMs < INVERTED_EVERY_MS || !look.mayHoldCode()) return;
  memory.lastInvertedMs = startMs;
  yield hard.inverted;
}

/** As soon as there are corners to start from. */
function* gridAttempt({ parts, look }: Plan): Generator<Attempt> {
  const unread = look.takeUnread();
  if (unread !== undefined) yield (frame) => parts.grid.read(frame, unread);
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

function remember({ parts, memory, look, startMs }: Plan): void {
  const region = look.place();
  const isUnread = look.reading().found === undefined;
  if (region !== undefined) memory.place = { region, seenMs: startMs, isUnread };
  else if (memory.place && startMs - memory.place.seenMs > REMEMBER_MS) {
    memory.place = undefined;
    parts.grid.forget();
  }
}
