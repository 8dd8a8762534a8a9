import { Image } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import { failure, type Result, success } from '../../shared/result.ts';
import type { PictureKind } from './file-kind.ts';
import { findCodes } from './find-codes.ts';
import { MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE } from './limits.ts';
import type { PictureAnswer, PictureFailure } from './picture-answer.ts';
import { selectCodes } from './select-codes.ts';

type ImageKind = Exclude<PictureKind, 'pdf'>;

/**
 * Finds the codes of a picture.
 * @param deadline moment of `performance.now()` after which no further attempt begins
 */
export async function readImage(
  kind: ImageKind,
  bytes: Uint8Array,
  deadline: number,
): Promise<PictureAnswer> {
  const image = await decodeImage(bytes);
  if (!image.ok) return image;
  const texts = await findCodes(image.value, deadline);
  if (texts.length > 0) {
    return success({ codes: selectCodes(texts.map((text) => ({ text }))), notices: [] });
  }
  // The decoder fills up what is missing, so a cut-off picture only shows by its end.
  if (isCutOff(kind, bytes)) return failure(damaged('the picture is cut off and shows no QR code'));
  return failure({ code: 'no-code-found', message: 'no QR code is to be seen in the picture' });
}

async function decodeImage(bytes: Uint8Array): Promise<Result<Image, PictureFailure>> {
  const size = readSize(bytes);
  if (size === undefined) return failure(damaged('the picture has no valid header'));
  const { width, height } = size;
  // Checked before decoding: a picture of a few bytes can claim gigabytes.
  if (Math.max(width, height) > MAX_IMAGE_SIDE || width * height > MAX_IMAGE_PIXELS) {
    const limit = `${MAX_IMAGE_PIXELS / 1_000_000} megapixels, ${MAX_IMAGE_SIDE} a side`;
    const message = `the picture has ${width} x ${height} pixels; the limit is ${limit}`;
    return failure({ code: 'image-too-large', message });
  }
  const image = new Image();
  try {
    image.src = Buffer.from(bytes);
    await image.decode();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return failure(damaged('the picture cannot be decoded'));
  }
  return image.width * image.height > 0 ? success(image) : failure(damaged('the picture is empty'));
}

function readSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch (error) {
    // The library reports a damaged header by throwing errors of several classes.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

// Only looked at when nothing was found, so a few bytes behind the end do no harm.
function isCutOff(kind: ImageKind, bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes);
  switch (kind) {
    case 'png':
      return !buffer.includes('IEND', -64, 'latin1');
    case 'jpeg':
      return !buffer.includes(Buffer.of(0xff, 0xd9), -64);
    case 'webp':
      return buffer.length < buffer.readUInt32LE(4) + 8;
  }
}

function damaged(message: string): PictureFailure {
  return { code: 'damaged-file', message };
}
