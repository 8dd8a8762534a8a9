import { createPicture, type Picture, type PictureSize, toVideoLuma } from './picture.ts';
import type { Random } from './seeded-random.ts';

/** A soft blot of light or shade; positions and sizes as shares of the picture. */
type Blot = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly luma: number;
};

/** What a cheap camera at a counter sees of a service hall, all of it out of focus. */
const FURNITURE: readonly Blot[] = [
  { x: 0.16, y: 0.22, width: 0.1, height: 0.2, luma: 78 }, // window
  { x: 0.84, y: 0.3, width: 0.05, height: 0.5, luma: -38 }, // pillar
  { x: 0.5, y: 0.08, width: 0.16, height: 0.03, luma: 70 }, // ceiling lamp
  { x: 0.3, y: 0.62, width: 0.06, height: 0.14, luma: -45 }, // somebody waiting
  { x: 0.68, y: 0.6, width: 0.05, height: 0.16, luma: -32 }, // somebody passing
  { x: 0.5, y: 1.02, width: 0.7, height: 0.14, luma: -28 }, // the counter's edge
];

/** Draws the empty hall: wall, floor, furniture and a grain of small things, different per seed. */
export function drawHall(size: PictureSize, random: Random): Picture {
  const picture = createPicture(size);
  const blots = [...FURNITURE, ...scatterBlots(random, 24)];
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const luma = lightAt(x / size.width, y / size.height, blots);
      picture.luma[y * size.width + x] = toVideoLuma(luma);
    }
  }
  tintWarm(picture);
  return picture;
}

function scatterBlots(random: Random, count: number): readonly Blot[] {
  return Array.from({ length: count }, () => ({
    x: random(),
    y: random(),
    width: 0.008 + random() * 0.05,
    height: 0.008 + random() * 0.05,
    luma: (random() - 0.5) * 30,
  }));
}

function lightAt(x: number, y: number, blots: readonly Blot[]): number {
  // Daylight from the left; the floor starts at about two thirds and is darker.
  let luma = 138 - 42 * x + (y > 0.66 ? -26 + 30 * (y - 0.66) : 10 * y);
  for (const blot of blots) {
    const dx = (x - blot.x) / blot.width;
    const dy = (y - blot.y) / blot.height;
    const distance = dx * dx + dy * dy;
    if (distance < 6) luma += blot.luma * Math.exp(-distance * distance * 0.5);
  }
  return luma;
}

function tintWarm(picture: Picture): void {
  const half = picture.width / 2;
  for (let index = 0; index < picture.blue.length; index += 1) {
    const warmth = 6 + 8 * ((index % half) / half);
    picture.blue[index] = 128 - warmth;
    picture.red[index] = 128 + warmth * 0.6;
  }
}
