import type { Pose } from './hand-motion.ts';
import type { Texture } from './held-phone.ts';
import { NEUTRAL_CHROMA, type Picture, toVideoLuma } from './picture.ts';

/** What makes one frame's picture of the phone different from the next one's. */
export type Moment = {
  readonly pose: Pose;
  /** Where the reflection of a lamp lies across the face, in face widths. */
  readonly glare: number;
  readonly noise: Int8Array;
  /** Where in the noise table this frame begins. */
  readonly noiseStart: number;
};

/** Rows of a picture, the last one not included; both even. */
export type Rows = { readonly from: number; readonly to: number };

/**
 * Draws the phone into a picture of the hall: seen at an angle, unevenly lit, with the sensor's
 * noise. This is the inner loop of the camera (a third of a million pixels a frame), so what is the
 * same for a row is worked out once for it.
 */
export function drawHeldPhone(picture: Picture, phone: Texture, moment: Moment): void {
  const { width, luma } = picture;
  const { noise, noiseStart, glare } = moment;
  const { a, b, c, d, e, f, g, h } = moment.pose.map;
  const rows = rowsOf(moment.pose, picture);
  const [left, right] = columnsOf(moment.pose, picture);
  for (let y = rows.from; y < rows.to; y += 1) {
    const row = y * width;
    const [by, ey, hy] = [b * y, e * y, h * y];
    let grainAt = (noiseStart + row + left) % noise.length;
    for (let x = left; x < right; x += 1) {
      const grain = noise[grainAt] ?? 0;
      grainAt = grainAt + 1 === noise.length ? 0 : grainAt + 1;
      const w = g * x + hy + 1;
      const u = (a * x + by + c) / w;
      const v = (d * x + ey + f) / w;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      luma[row + x] = toVideoLuma(lookUp(phone, u, v) * lightOn(u, v, glare) + grain);
      if (((x | y) & 1) === 0) paintGrey(picture, x, y);
    }
  }
}

/** The rows that a phone in this pose touches. */
export function rowsOf(pose: Pose, { height }: Picture): Rows {
  const ys = pose.corners.map(({ y }) => y);
  const from = Math.max(0, Math.floor(Math.min(...ys)) & ~1);
  return { from, to: Math.min(height, (Math.ceil(Math.max(...ys)) + 1) & ~1) };
}

function columnsOf(pose: Pose, { width }: Picture): readonly [number, number] {
  const xs = pose.corners.map(({ x }) => x);
  return [
    Math.max(0, Math.floor(Math.min(...xs))),
    Math.min(width, Math.ceil(Math.max(...xs)) + 1),
  ];
}

/** Between four texture pixels: a jagged edge would be a kindness no lens does. */
function lookUp({ width, height, values }: Texture, u: number, v: number): number {
  const x = u * (width - 1);
  const y = v * (height - 1);
  const left = x | 0;
  const top = y | 0;
  const across = x - left;
  const start = top * width + left;
  const upper = mix(values[start] ?? 0, values[start + 1] ?? 0, across);
  const lower = mix(values[start + width] ?? 0, values[start + width + 1] ?? 0, across);
  return mix(upper, lower, y - top);
}

function mix(one: number, other: number, share: number): number {
  return one + (other - one) * share;
}

/** Daylight from the upper left falls off over the face; a dull lamp is mirrored in it. */
function lightOn(u: number, v: number, glare: number): number {
  const away = (u + 0.35 * v - glare) * 5;
  return 1.02 - 0.3 * u - 0.14 * v + 0.16 / (1 + away * away);
}

function paintGrey(picture: Picture, x: number, y: number): void {
  const index = (y >> 1) * (picture.width >> 1) + (x >> 1);
  picture.blue[index] = NEUTRAL_CHROMA + 2;
  picture.red[index] = NEUTRAL_CHROMA - 2;
}
