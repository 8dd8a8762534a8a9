import { createCanvas, Image } from '@napi-rs/canvas';
import {
  createNoiseTable,
  createRandom,
  type Random,
} from '../../../build/virtual-camera/seeded-random.ts';
import type { LightField } from './blur.ts';
import type { FrameSpec, GreyFrame } from './frame-spec.ts';

/** Turns light into the numbers a webcam delivers: noise, rounding, and its stream's JPEG. */
export function expose(scene: LightField, spec: FrameSpec, random: Random): GreyFrame {
  const { width, height, values } = scene;
  const luma = new Uint8ClampedArray(values.length);
  const start = Math.floor(random() * NOISE_LENGTH);
  const strength = spec.noise / NOISE_DEVIATION;
  for (let index = 0; index < luma.length; index += 1) {
    const grain = NOISE[(start + index) % NOISE_LENGTH] ?? 0;
    luma[index] = (values[index] ?? 0) + grain * strength;
  }
  const frame = { width, height, luma: new Uint8Array(luma.buffer) };
  return spec.jpegQuality >= 100 ? frame : throughJpeg(frame, spec.jpegQuality);
}

/** A prime, so that the noise of one row is not that of the next. */
const NOISE_LENGTH = 400_009;
/** As large as the table's whole steps allow, so that weak noise is fine. */
const NOISE_DEVIATION = 33;
// Slow to draw, so it is drawn once; each frame begins somewhere else in it.
const NOISE = createNoiseTable(createRandom(5), NOISE_LENGTH, NOISE_DEVIATION);

function throughJpeg({ width, height, luma }: GreyFrame, quality: number): GreyFrame {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(width, height);
  pixels.data.set(greyToRgba(luma));
  context.putImageData(pixels, 0, 0);
  const image = new Image();
  image.src = canvas.toBuffer('image/jpeg', quality);
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, luma: luma.map((_, index) => data[4 * index + 1] ?? 0) };
}

/** The four channels that most readers ask for. */
export function greyToRgba(luma: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(luma.length);
  for (let index = 0; index < luma.length; index += 1) {
    // Red, green and blue alike below full opacity, whatever the byte order of the machine.
    pixels[index] = 0xff000000 | ((luma[index] ?? 0) * 0x010101);
  }
  return new Uint8ClampedArray(pixels.buffer);
}
