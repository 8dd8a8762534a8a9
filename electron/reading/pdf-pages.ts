// First, because the library looks for its other half when it is used.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { failure, type Result, success } from '../../shared/result.ts';
import type { Canvas, Drawing } from './drawing.ts';
import { MAX_IMAGE_PIXELS, MAX_SEARCHED_PIXELS } from './limits.ts';

/** The pages of an open PDF. */
export interface PdfPages {
  readonly count: number;
  /** Draws a page, the first is 1; `undefined` when it is too damaged for that. */
  draw(page: number, dotsPerInch: number): Promise<Canvas | undefined>;
  /** Pictures or lines, nothing but text, or nothing at all. Costs as much as decoding the pictures. */
  contentOf(page: number): Promise<PageContent>;
  close(): Promise<void>;
}

/** What is on a page. */
export type PageContent = 'drawn' | 'written' | 'blank';

const POINTS_PER_INCH = 72;

/**
 * Opens a PDF. Scripts in it are never run, and nothing is loaded but the library's own decoders.
 * Text is drawn only where the file brings its fonts: a code is no text.
 */
export async function openPdf(
  bytes: Uint8Array,
  drawing: Drawing,
): Promise<Result<PdfPages, 'damaged' | 'encrypted'>> {
  try {
    const pdf = await getDocument({
      // A copy, because the library takes what it is given away.
      data: Uint8Array.from(bytes),
      BinaryDataFactory: partsFrom(drawing),
      // Only says that there is one; the factory above is asked.
      wasmUrl: 'parts/',
      maxImageSize: MAX_IMAGE_PIXELS,
      // By a browser's own decoders pictures of scanners come many times faster.
      isOffscreenCanvasSupported: drawing.hasBrowserDecoders,
      isImageDecoderSupported: drawing.hasBrowserDecoders,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
    return success({
      count: pdf.numPages,
      draw: (page, dotsPerInch) => drawPage(pdf, page, { drawing, dotsPerInch }),
      contentOf: (page) => contentOf(pdf, page),
      close: () => pdf.loadingTask.destroy(),
    });
  } catch (error) {
    // The library throws errors of its own for what is wrong with a file, and plain ones besides.
    if (!(error instanceof Error)) throw error;
    return failure(error.name === 'PasswordException' ? 'encrypted' : 'damaged');
  }
}

/** The library makes one of these for each document. */
function partsFrom(drawing: Drawing) {
  return class Parts {
    fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
      return drawing.loadPdfPart(filename);
    }
  };
}

interface Drawn {
  readonly drawing: Drawing;
  readonly dotsPerInch: number;
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  { drawing, dotsPerInch }: Drawn,
): Promise<Canvas | undefined> {
  try {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    // A page may claim any size; what is drawn is bounded in pixels.
    const largest = Math.sqrt(MAX_SEARCHED_PIXELS / (width * height));
    const viewport = page.getViewport({ scale: Math.min(dotsPerInch / POINTS_PER_INCH, largest) });
    const canvas = drawing.createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // The context is of the runtime that drew the canvas; the library takes that of a page or of Node.
    const canvasContext = canvas.context as never;
    await page.render({ canvas: null, canvasContext, viewport }).promise;
    page.cleanup();
    return canvas;
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

const DRAWING_OPERATIONS: ReadonlySet<number> = new Set([
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
]);

const WRITING_OPERATIONS: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
]);

async function contentOf(pdf: PDFDocumentProxy, number: number): Promise<PageContent> {
  try {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
    if (fnArray.some((operation, at) => draws(operation, argsArray[at]))) return 'drawn';
    return fnArray.some((operation) => WRITING_OPERATIONS.has(operation)) ? 'written' : 'blank';
  } catch (error) {
    // What is wrong with it shows when it is drawn.
    if (error instanceof Error) return 'drawn';
    throw error;
  }
}

/** A path may also only bound what is drawn: browsers print every page within one. */
function draws(operation: number, args: unknown): boolean {
  if (operation !== OPS.constructPath) return DRAWING_OPERATIONS.has(operation);
  return !(Array.isArray(args) && args[0] === OPS.endPath);
}
