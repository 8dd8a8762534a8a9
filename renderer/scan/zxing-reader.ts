import { BrowserQRCodeReader } from '@zxing/browser';
import {
  ChecksumException,
  DecodeHintType,
  FormatException,
  NotFoundException,
  type Result,
} from '@zxing/library';
import type { CodeReader, FoundCode } from './code-reader.ts';
import { outlineOf, type Point } from './outline.ts';

/**
 * Longest side in pixels handed to the engine. It works on the main thread, and a certificate's
 * code held at 10 to 20 cm is large enough at this size.
 */
const MAX_SIDE = 1_280;

/** A reader on @zxing/browser; the whole frame, trying harder. */
export function createZxingReader(): CodeReader {
  const engine = new BrowserQRCodeReader(new Map([[DecodeHintType.TRY_HARDER, true]]));
  const canvas = document.createElement('canvas');
  // Frames are read back every time; without this hint each read would come from the graphics card.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    decode: (video) => {
      const scale = Math.min(1, MAX_SIDE / Math.max(video.videoWidth, video.videoHeight));
      if (context === null || !(video.videoWidth > 0)) return undefined;
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const result = decodeCanvas(engine, canvas);
      return result === undefined ? undefined : foundCode(result, scale);
    },
  };
}

/** Only the three exceptions that mean "no readable code here" are expected; others are bugs. */
function decodeCanvas(engine: BrowserQRCodeReader, canvas: HTMLCanvasElement): Result | undefined {
  try {
    return engine.decodeFromCanvas(canvas);
  } catch (error) {
    if (
      error instanceof NotFoundException ||
      error instanceof ChecksumException ||
      error instanceof FormatException
    ) {
      return undefined;
    }
    throw error;
  }
}

function foundCode(result: Result, scale: number): FoundCode {
  // The engine's order is bottom left, top left, top right, then the alignment pattern if found.
  const [bottomLeft, topLeft, topRight] = result.getResultPoints();
  if (bottomLeft === undefined || topLeft === undefined || topRight === undefined) {
    return { text: result.getText(), corners: [] };
  }
  const point = (from: { getX(): number; getY(): number }): Point => ({
    x: from.getX() / scale,
    y: from.getY() / scale,
  });
  const moduleSize = moduleSizeOf(topLeft) / scale;
  const corners = outlineOf({
    bottomLeft: point(bottomLeft),
    topLeft: point(topLeft),
    topRight: point(topRight),
    moduleSize,
  });
  return { text: result.getText(), corners };
}

/** Finder patterns carry an estimate of the module's size that the declared type does not mention. */
function moduleSizeOf(point: object): number {
  if (!('getEstimatedModuleSize' in point)) return 0;
  const { getEstimatedModuleSize } = point;
  if (typeof getEstimatedModuleSize !== 'function') return 0;
  return Number(getEstimatedModuleSize.call(point));
}
