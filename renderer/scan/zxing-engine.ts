import { BrowserQRCodeReader } from '@zxing/browser';
import {
  ChecksumException,
  DecodeHintType,
  FormatException,
  NotFoundException,
  type Result,
} from '@zxing/library';
import type { FoundCode } from './code-reader.ts';
import { outlineOf, type Point } from './outline.ts';

/** The engine of @zxing/browser, trying harder, on a canvas; corners are in pixels of the canvas. */
export function createZxingEngine(): (canvas: HTMLCanvasElement) => FoundCode | undefined {
  const engine = new BrowserQRCodeReader(new Map([[DecodeHintType.TRY_HARDER, true]]));
  return (canvas) => {
    const result = decodeCanvas(engine, canvas);
    return result === undefined ? undefined : foundCode(result);
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

function foundCode(result: Result): FoundCode {
  // The engine's order is bottom left, top left, top right, then the alignment pattern if found.
  const [bottomLeft, topLeft, topRight] = result.getResultPoints();
  if (bottomLeft === undefined || topLeft === undefined || topRight === undefined) {
    return { text: result.getText(), corners: [] };
  }
  const point = (from: { getX(): number; getY(): number }): Point => ({
    x: from.getX(),
    y: from.getY(),
  });
  const corners = outlineOf({
    bottomLeft: point(bottomLeft),
    topLeft: point(topLeft),
    topRight: point(topRight),
    moduleSize: moduleSizeOf(topLeft),
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
