import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { failure, type Result, success } from '../../shared/result.ts';
import { MAX_IMAGE_PIXELS, MAX_SEARCHED_PIXELS } from './limits.ts';
import type { PictureFailure } from './picture-answer.ts';

/** The pages of an open PDF. */
export interface PdfPages {
  readonly count: number;
  /** Draws a page, the first is 1; `undefined` when it is too damaged for that. */
  draw(page: number, dotsPerInch: number): Promise<Canvas | undefined>;
  /** Whether there is more on a page than text: only then a closer look may show a code. */
  hasDrawings(page: number): Promise<boolean>;
  close(): Promise<void>;
}

const POINTS_PER_INCH = 72;
const libraryFolder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));

/** Opens a PDF. Scripts in it are never run, and nothing is loaded but the library's own files. */
export async function openPdf(bytes: Uint8Array): Promise<Result<PdfPages, PictureFailure>> {
  try {
    const pdf = await getDocument({
      data: Uint8Array.from(bytes),
      cMapUrl: join(libraryFolder, 'cmaps/'),
      standardFontDataUrl: join(libraryFolder, 'standard_fonts/'),
      iccUrl: join(libraryFolder, 'iccs/'),
      wasmUrl: join(libraryFolder, 'wasm/'),
      maxImageSize: MAX_IMAGE_PIXELS,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
    return success({
      count: pdf.numPages,
      draw: (page, dotsPerInch) => drawPage(pdf, page, dotsPerInch),
      hasDrawings: (page) => hasDrawings(pdf, page),
      close: () => pdf.loadingTask.destroy(),
    });
  } catch (error) {
    // The library throws errors of its own for what is wrong with a file, and plain ones besides.
    if (!(error instanceof Error)) throw error;
    return failure(explain(error));
  }
}

function explain(error: Error): PictureFailure {
  if (error.name !== 'PasswordException') {
    return { code: 'damaged-file', message: 'the PDF is damaged' };
  }
  return { code: 'password-protected', message: 'the PDF opens only with a password' };
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  dotsPerInch: number,
): Promise<Canvas | undefined> {
  try {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    // A page may claim any size; what is drawn is bounded in pixels.
    const largest = Math.sqrt(MAX_SEARCHED_PIXELS / (width * height));
    const viewport = page.getViewport({ scale: Math.min(dotsPerInch / POINTS_PER_INCH, largest) });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const canvasContext = canvas.getContext('2d');
    await page.render({ canvas: null, canvasContext, viewport }).promise;
    page.cleanup();
    return canvas;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const DRAWING_OPERATIONS: ReadonlySet<number> = new Set([
  OPS.constructPath,
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
]);

async function hasDrawings(pdf: PDFDocumentProxy, number: number): Promise<boolean> {
  try {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList();
    return fnArray.some((operation) => DRAWING_OPERATIONS.has(operation));
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
