import type { CodePlace } from '../../shared/ipc/intake-verbs.ts';
import { looksLikeCertificate } from './certificate-text.ts';
import type { Drawing, Picture, View } from './drawing.ts';
import { nextTurn } from './next-turn.ts';
import { findInPixels, type Sighting } from './qr-engine.ts';
import { type Attempt, attemptsOn, wholeOf } from './views.ts';

type Box = NonNullable<CodePlace['box']>;

/** A code that was read in a picture. */
export interface SeenCode {
  readonly text: string;
  readonly box: Box;
}

/** What bounds a search. */
export interface SearchBounds {
  readonly clock: () => number;
  /** No further attempt begins after this moment of the clock. */
  readonly deadline: number;
  /** Told after each attempt with what is new, so that whoever waits knows it goes on. */
  readonly stepped: (found: readonly SeenCode[]) => void;
}

/** Attempts after which any code will do: a certificate that none of them shows is rare. */
const ENOUGH_FOR_OTHERS = 3;

/**
 * Searches a picture for QR codes, the likeliest way first, until there is a certificate, or another
 * code after some attempts, and nothing is left that was found but not read.
 * @returns each text once, with its first place
 */
export async function findCodes(
  drawing: Drawing,
  picture: Picture,
  { clock, deadline, stepped }: SearchBounds,
): Promise<readonly SeenCode[]> {
  const seen = new Map<string, SeenCode>();
  const unread: Box[] = [];
  let attempts = 0;
  for (const attempt of attemptsOn(picture)) {
    const sightings = await look(drawing, picture, attempt);
    const fresh = readOnes(sightings).filter(({ text }) => !seen.has(text));
    for (const code of fresh) seen.set(code.text, code);
    unread.push(...sightings.flatMap(({ text, box }) => (text === undefined ? [box] : [])));
    stepped(fresh);
    attempts += 1;
    const found = [...seen.values()];
    const isLeft = unread.some((box) => !found.some((code) => overlap(code.box, box)));
    if (isEnough(found, attempts) && !isLeft) break;
    if (clock() > deadline) break;
  }
  return [...seen.values()];
}

function isEnough(found: readonly SeenCode[], attempts: number): boolean {
  if (found.some(({ text }) => looksLikeCertificate(text))) return true;
  return found.length > 0 && attempts >= ENOUGH_FOR_OTHERS;
}

/** One quick look at a picture, for pages of which there are many. */
export async function findCodesQuickly(
  drawing: Drawing,
  picture: Picture,
): Promise<readonly SeenCode[]> {
  return readOnes(await look(drawing, picture, wholeOf(picture)));
}

function readOnes(sightings: Awaited<ReturnType<typeof look>>): SeenCode[] {
  return sightings.flatMap(({ text, box }) => (text === undefined ? [] : [{ text, box }]));
}

async function look(drawing: Drawing, picture: Picture, attempt: Attempt) {
  const sightings = await findInPixels(drawing.pixelsOf(picture, attempt), attempt);
  await nextTurn();
  return sightings.map((sighting) => ({
    text: sighting.text,
    box: boxOf(sighting, attempt, picture),
  }));
}

/** From pixels of a view to fractions of the picture. */
function boxOf(sighting: Sighting, view: View, picture: Picture): Box {
  const across = (x: number) => (view.left + (x - view.margin) / view.scale) / picture.width;
  const down = (y: number) => (view.top + (y - view.margin) / view.scale) / picture.height;
  const left = fraction(across(sighting.left));
  const top = fraction(down(sighting.top));
  const width = fraction(across(sighting.right)) - left;
  return { left, top, width, height: fraction(down(sighting.bottom)) - top };
}

// A corner may be reckoned to lie in the margin.
function fraction(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function overlap(a: Box, b: Box): boolean {
  const apart =
    a.left + a.width < b.left ||
    b.left + b.width < a.left ||
    a.top + a.height < b.top ||
    b.top + b.height < a.top;
  return !apart;
}
