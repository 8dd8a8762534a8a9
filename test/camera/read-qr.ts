import {
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  NotFoundException,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';

/** Grey values row by row, 0 is black. */
export type GreyImage = {
  readonly luma: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/** Reads one frame with the kiosk's engine; `undefined` when it finds no code. */
export function readQr({ luma, width, height }: GreyImage): string | undefined {
  const source = new RGBLuminanceSource(new Uint8ClampedArray(luma), width, height);
  const bitmap = new BinaryBitmap(new HybridBinarizer(source));
  try {
    return new QRCodeReader()
      .decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]]))
      .getText();
  } catch (failure) {
    if (isMiss(failure)) return undefined;
    throw failure;
  }
}

/** The engine says "not in this frame" by throwing one of three kinds. */
function isMiss(failure: unknown): boolean {
  if (failure instanceof NotFoundException) return true;
  const kind: unknown = failure instanceof Error ? failure.name : undefined;
  return kind === 'ChecksumException' || kind === 'FormatException';
}
