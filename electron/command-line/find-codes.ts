import { type Canvas, createCanvas, type Image } from '@napi-rs/canvas';
import { MAX_SEARCHED_PIXELS } from './limits.ts';
import { type Binarizer, readCodes } from './qr-engine.ts';

/** Whether a text claims to be a certificate of any format version. */
export function looksLikeCertificate(text: string): boolean {
  return /^\s*PCC[0-9]/.test(text);
}

/** A part of the picture, drawn at some scale onto some ground before it is searched. */
interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly ground: 'white' | 'black';
  readonly binarizer: Binarizer;
  readonly tryDenoise: boolean;
}

/**
 * Searches a picture for QR codes, the likeliest way first, until a certificate is found.
 * @param deadline no further attempt begins after this moment of `performance.now()`
 * @returns all codes of the attempt that found a certificate, else the first other codes
 */
export async function findCodes(
  picture: Image | Canvas,
  deadline: number,
): Promise<readonly string[]> {
  let others: readonly string[] = [];
  for (const view of viewsOf(picture)) {
    const texts = await readCodes(draw(picture, view), view);
    if (texts.some(looksLikeCertificate)) return texts;
    if (others.length === 0) others = texts;
    if (performance.now() > deadline) break;
  }
  return others;
}

/** One quick look at a picture, for pages of which there are many. */
export async function findCodesQuickly(picture: Canvas): Promise<readonly string[]> {
  return readCodes(draw(picture, wholeView(picture)), wholeView(picture));
}

function* viewsOf(picture: Image | Canvas): Generator<View> {
  const whole = wholeView(picture);
  yield whole;
  yield { ...whole, binarizer: 'GlobalHistogram' };
  yield { ...whole, tryDenoise: true };
  // A code of few pixels a module, as on a screenshot or a thumbnail.
  if (area(picture) <= MAX_SEARCHED_PIXELS / 9) yield { ...whole, scale: 3 };
  if (area(picture) <= MAX_SEARCHED_PIXELS / 4) yield { ...whole, scale: 2 };
  // A small code on a large scan, lost when the whole was scaled down.
  if (whole.scale < 1) yield* tilesOf(picture, whole);
  // Noise and moiré vanish when a picture shrinks.
  yield { ...whole, scale: whole.scale / 2 };
  // White modules on a transparent ground vanish on white.
  yield { ...whole, ground: 'black' };
}

function wholeView(picture: Image | Canvas): View {
  const { width, height } = picture;
  const scale = Math.min(1, Math.sqrt(MAX_SEARCHED_PIXELS / area(picture)));
  const settings = { ground: 'white', binarizer: 'LocalAverage', tryDenoise: false } as const;
  return { left: 0, top: 0, width, height, scale, ...settings };
}

// Four tiles, each 60 % of a side, so that a code of up to a fifth of the picture is whole in one.
function* tilesOf(picture: Image | Canvas, whole: View): Generator<View> {
  const size = { width: Math.ceil(picture.width * 0.6), height: Math.ceil(picture.height * 0.6) };
  const scale = Math.min(1, Math.sqrt((2 * MAX_SEARCHED_PIXELS) / area(size)));
  for (const top of [0, picture.height - size.height]) {
    for (const left of [0, picture.width - size.width]) {
      yield { ...whole, ...size, left, top, scale };
    }
  }
}

// A code cut out to its very edge has lost the light margin that readers look for.
const MARGIN = 16;

function draw(picture: Image | Canvas, view: View): Canvas {
  const width = Math.max(1, Math.round(view.width * view.scale));
  const height = Math.max(1, Math.round(view.height * view.scale));
  const canvas = createCanvas(width + 2 * MARGIN, height + 2 * MARGIN);
  const context = canvas.getContext('2d');
  context.fillStyle = view.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  const { left, top } = view;
  context.drawImage(picture, left, top, view.width, view.height, MARGIN, MARGIN, width, height);
  return canvas;
}

function area({ width, height }: { readonly width: number; readonly height: number }): number {
  return width * height;
}
