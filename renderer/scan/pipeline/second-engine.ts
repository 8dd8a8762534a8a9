import {
  BinaryBitmap,
  ChecksumException,
  DecodeHintType,
  FormatException,
  HybridBinarizer,
  NotFoundException,
  QRCodeReader,
  type Result,
  RGBLuminanceSource,
} from '@zxing/library';
import { outlineOf, type Point } from '../outline.ts';
import type { LumaImage } from './luma-image.ts';
import type { Corners } from './quad.ts';
import type { Detection } from './wasm-decoder.ts';

const HINTS = new Map([[DecodeHintType.TRY_HARDER, true]]);

/** The engine of @zxing/browser as a second opinion: another detector misses other codes. */
export function readWithSecondEngine({ luma, width, height }: LumaImage): Detection | undefined {
  const grey = new Uint8ClampedArray(luma.buffer, luma.byteOffset, luma.length);
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
  try {
    return detectionOf(new QRCodeReader().decode(bitmap, HINTS));
  } catch (error) {
    // Only the three exceptions that mean "no readable code here" are expected; others are bugs.
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

function detectionOf(result: Result): Detection | undefined {
  // The engine's order is bottom left, top left, top right, then the alignment pattern if found.
  const [bottomLeft, topLeft, topRight] = result
    .getResultPoints()
    .map((point): Point => ({ x: point.getX(), y: point.getY() }));
  if (bottomLeft === undefined || topLeft === undefined || topRight === undefined) return undefined;
  const across = Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
  // The size of a module is no part of the engine's answer; half a percent of the side is close.
  const corners = outlineOf({ bottomLeft, topLeft, topRight, moduleSize: across / 60 });
  return { text: result.getText(), corners: corners as unknown as Corners, modules: 0 };
}
