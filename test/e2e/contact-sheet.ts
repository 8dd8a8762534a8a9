import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { CDPSession } from 'playwright';

/** A picture of a screen, and how much smaller it goes into a sheet. */
export interface Thumb {
  readonly jpeg: Buffer;
  readonly scale: number;
}

const GAP = 8;
const SHEET_WIDTH = 2_400;

/**
 * Takes a picture of the page as it is drawn: asked for a smaller one, the browser draws the page twice
 * more, small and then as it was.
 */
export async function takeThumb(session: CDPSession, scale: number): Promise<Thumb> {
  const { data } = await session.send('Page.captureScreenshot', {
    ...{ format: 'jpeg', quality: 90, optimizeForSpeed: true },
  });
  return { jpeg: Buffer.from(data, 'base64'), scale };
}

/** Lays pictures out in rows and writes them as one file into the folder. */
export async function writeSheet(
  folder: string,
  name: string,
  thumbs: readonly Thumb[],
): Promise<void> {
  const images = await Promise.all(
    thumbs.map(async ({ jpeg, scale }) => {
      const image = await loadImage(jpeg);
      return {
        image,
        width: Math.round(scale * image.width),
        height: Math.round(scale * image.height),
      };
    }),
  );
  let x = GAP;
  let y = GAP;
  let rowHeight = 0;
  const places = images.map(({ image, width, height }) => {
    if (x + width + GAP > SHEET_WIDTH) {
      x = GAP;
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    const place = { image, x, y, width, height };
    x += width + GAP;
    rowHeight = Math.max(rowHeight, height);
    return place;
  });
  const canvas = createCanvas(SHEET_WIDTH, y + rowHeight + GAP);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#808080';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const { image, ...place } of places) {
    context.drawImage(image, place.x, place.y, place.width, place.height);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.jpg`), canvas.toBuffer('image/jpeg', 85));
}
