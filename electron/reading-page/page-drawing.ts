import jbig2Url from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpegUrl from 'pdfjs-dist/wasm/openjpeg.wasm?url';
import qcmsUrl from 'pdfjs-dist/wasm/qcms_bg.wasm?url';
import { type Drawing, type Picture, sizeOf } from '../reading/drawing.ts';

/** The PDF library's decoders for pictures of scanners, by the names it asks for. */
const PDF_PARTS: Readonly<Record<string, string>> = {
  'jbig2.wasm': jbig2Url,
  'openjpeg.wasm': openjpegUrl,
  'qcms_bg.wasm': qcmsUrl,
};

/** Pictures in a page, by Chromium's own decoders within its sandbox. */
export function createPageDrawing(): Drawing {
  const sources = new WeakMap<Picture, ImageBitmap | OffscreenCanvas>();
  return {
    hasBrowserDecoders: true,
    decode: async (bytes, contentType) => {
      const bitmap = await decodeBitmap(bytes, contentType);
      if (bitmap === undefined) return undefined;
      const picture = { width: bitmap.width, height: bitmap.height };
      sources.set(picture, bitmap);
      return picture;
    },
    createCanvas: (width, height) => {
      const canvas = new OffscreenCanvas(width, height);
      const created = { width, height, context: contextOf(canvas) };
      sources.set(created, canvas);
      return created;
    },
    pixelsOf: (picture, view) => {
      const source = sources.get(picture);
      if (source === undefined) throw new Error('a picture of another drawing');
      const { width, height } = sizeOf(view);
      const context = contextOf(new OffscreenCanvas(width, height));
      context.fillStyle = view.ground;
      context.fillRect(0, 0, width, height);
      context.imageSmoothingQuality = 'high';
      const { left, top, margin } = view;
      const [drawnWidth, drawnHeight] = [width - 2 * margin, height - 2 * margin];
      const from = [left, top, view.width, view.height] as const;
      context.drawImage(source, ...from, margin, margin, drawnWidth, drawnHeight);
      return { data: context.getImageData(0, 0, width, height).data, width, height };
    },
    release: (picture) => {
      const source = sources.get(picture);
      if (source instanceof ImageBitmap) source.close();
      // Its pixels are given back when the canvas is made empty, not when it is collected.
      if (source instanceof OffscreenCanvas) source.width = 0;
      sources.delete(picture);
    },
    loadPdfPart,
  };
}

async function decodeBitmap(
  bytes: Uint8Array,
  contentType: string,
): Promise<ImageBitmap | undefined> {
  const picture = new Blob([Uint8Array.from(bytes)], { type: contentType });
  try {
    return await createImageBitmap(picture, { colorSpaceConversion: 'none' });
  } catch (error) {
    // What the decoder cannot read it says so.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/** In the page's own memory, because every pixel is read back. */
function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no memory for a canvas');
  return context;
}

async function loadPdfPart(name: string): Promise<Uint8Array> {
  const url = Object.hasOwn(PDF_PARTS, name) ? PDF_PARTS[name] : undefined;
  if (url === undefined) throw new Error(`the program has no part ${name}`);
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}
