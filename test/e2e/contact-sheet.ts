import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { CDPSession } from 'playwright';

/** A picture of a screen, made small. */
export interface Thumb {
  readonly jpeg: Buffer;
}

const GAP = 8;
const SHEET_WIDTH = 2_400;

/**
 * Gives a page a size. It is drawn no larger than its pictures will be: what it measures is the same, and
 * a screen of two million pixels takes the processor most of its time.
 *
 * @param scale pixels drawn for each one of the page
 */
export async function showSmall(
  session: CDPSession,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Promise<void> {
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...{ ...size, scale },
    ...{ deviceScaleFactor: 1, mobile: false },
  });
}

/** Takes a small picture of the page, scaled by the browser itself: it copies and encodes only that. */
export async function takeThumb(
  session: CDPSession,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Promise<Thumb> {
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'jpeg',
    quality: 80,
    clip: { x: 0, y: 0, ...size, scale },
  });
  return { jpeg: Buffer.from(data, 'base64') };
}

/** Lays pictures out in rows and writes them as one file into the folder. */
export async function writeSheet(
  folder: string,
  name: string,
  thumbs: readonly Thumb[],
): Promise<void> {
  const images = await Promise.all(thumbs.map(({ jpeg }) => loadImage(jpeg)));
  let x = GAP;
  let y = GAP;
  let rowHeight = 0;
  const places = images.map((image) => {
    if (x + image.width + GAP > SHEET_WIDTH) {
      x = GAP;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    const place = { image, x, y };
    x += image.width + GAP;
    rowHeight = Math.max(rowHeight, image.height);
    return place;
  });
  const canvas = createCanvas(SHEET_WIDTH, y + rowHeight + GAP);
  const context = canvas.getContext('2d');
  context.fillStyle = '#808080';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const place of places) context.drawImage(place.image, place.x, place.y);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.jpg`), canvas.toBuffer('image/jpeg', 85));
}
