import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas, Image } from '@napi-rs/canvas';
import { type Drawing, type Picture, sizeOf } from './drawing.ts';

const pdfLibrary = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));

/** Pictures in plain Node, by the same library that Chromium draws with. */
export function createNodeDrawing(): Drawing {
  const sources = new WeakMap<Picture, Image | Canvas>();
  // One for all views: what is drawn on lies outside of the heap, where collecting comes too late.
  const scratch = createCanvas(1, 1);
  const keep = (source: Image | Canvas): Picture => {
    const picture = { width: source.width, height: source.height };
    sources.set(picture, source);
    return picture;
  };
  return {
    hasBrowserDecoders: false,
    decode: async (bytes) => {
      const image = await decodeImage(bytes);
      return image === undefined ? undefined : keep(image);
    },
    createCanvas: (width, height) => {
      const canvas = createCanvas(width, height);
      const created = { width, height, context: canvas.getContext('2d') };
      sources.set(created, canvas);
      return created;
    },
    pixelsOf: (picture, view) => {
      const { width, height } = sizeOf(view);
      if (scratch.width !== width) scratch.width = width;
      if (scratch.height !== height) scratch.height = height;
      const context = scratch.getContext('2d');
      context.fillStyle = view.ground;
      context.fillRect(0, 0, width, height);
      context.imageSmoothingQuality = 'high';
      const { left, top, margin } = view;
      const source = sources.get(picture);
      if (source === undefined) throw new Error('a picture of another drawing');
      const [drawnWidth, drawnHeight] = [width - 2 * margin, height - 2 * margin];
      const from = [left, top, view.width, view.height] as const;
      context.drawImage(source, ...from, margin, margin, drawnWidth, drawnHeight);
      const { data } = context.getImageData(0, 0, width, height);
      // A copy the runtime knows the size of; the library's own bytes it would not collect in time.
      return { data: new Uint8ClampedArray(data), width, height };
    },
    release: (picture) => {
      const source = sources.get(picture);
      sources.delete(picture);
      // Its pixels are given back when the canvas is made small, not when it is collected.
      if (source !== undefined && !(source instanceof Image)) {
        source.width = 1;
        source.height = 1;
      }
    },
    loadPdfPart: (name) => readFile(join(pdfLibrary, 'wasm', name)),
  };
}

async function decodeImage(bytes: Uint8Array): Promise<Image | undefined> {
  const image = new Image();
  try {
    image.src = Buffer.from(bytes);
    await image.decode();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return undefined;
  }
  return image.width * image.height > 0 ? image : undefined;
}
