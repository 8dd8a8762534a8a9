/**
 * What reading needs of the runtime it is in: pixels. Plain Node has a package for that, the page
 * that Electron reads files in has its own canvas; everything else is the same code in both.
 */

/** A picture in memory; only the runtime that made it knows more. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** A picture that is drawn on, here by the PDF library. */
export interface Canvas extends Picture {
  readonly context: unknown;
}

/** Grey is made of these by the QR engine. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, at some scale, on some ground. Lengths in pixels of the picture. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Shines through where the picture is transparent. */
  readonly ground: 'white' | 'black';
  /** Pixels of ground added around. */
  readonly margin: number;
}

/** Pictures in one of the runtimes. */
export interface Drawing {
  /** Whether `ImageDecoder` and `OffscreenCanvas` are there for the PDF library. */
  readonly hasBrowserDecoders: boolean;
  /** `undefined` when the bytes are no picture that can be decoded. */
  decode(bytes: Uint8Array, contentType: string): Promise<Picture | undefined>;
  createCanvas(width: number, height: number): Canvas;
  pixelsOf(picture: Picture, view: View): Pixels;
  /** Gives the memory back at once. */
  release(picture: Picture): void;
  /** A WebAssembly file of the PDF library, by its name. */
  loadPdfPart(name: string): Promise<Uint8Array>;
}

/** Size of the pixels a view gives. */
export function sizeOf(view: View): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(1, Math.round(view.width * view.scale)) + 2 * view.margin,
    height: Math.max(1, Math.round(view.height * view.scale)) + 2 * view.margin,
  };
}
