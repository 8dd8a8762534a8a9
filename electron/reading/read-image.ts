import { imageSize } from 'image-size';
import type { FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { Drawing, Picture } from './drawing.ts';
import type { ImageKind } from './file-kind.ts';
import { findCodes, type SeenCode } from './find-codes.ts';
import { MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE } from './limits.ts';
import type { ReadFile, Reading } from './read-file.ts';
import { selectCodes } from './select-codes.ts';

/** Finds the codes of a picture. */
export async function readImage(
  kind: ImageKind,
  bytes: Uint8Array,
  reading: Reading,
): Promise<ReadFile> {
  const { drawing, budget } = reading;
  const picture = await decodeImage(kind, bytes, drawing);
  if (!picture.ok) return picture;
  reading.stepped([]);
  const placed = ({ text, box }: SeenCode) => ({ text, place: { box } });
  const stepped = (fresh: readonly SeenCode[]) => reading.stepped(fresh.map(placed));
  const bounds = { clock: budget.clock, deadline: budget.deadline(), stepped };
  const seen = await findCodes(drawing, picture.value, bounds);
  drawing.release(picture.value);
  if (seen.length > 0) {
    return success({ codes: selectCodes(seen.map(placed)), notices: [] });
  }
  // The decoder fills up what is missing, so a cut-off picture only shows by its end.
  return failure(isCutOff(kind, bytes) ? 'damaged' : 'no-code');
}

/** Decodes a picture unless it claims to be larger than is allowed. */
export async function decodeImage(
  kind: ImageKind,
  bytes: Uint8Array,
  drawing: Drawing,
): Promise<Result<Picture, FileRefusal>> {
  const size = readSize(bytes);
  if (size === undefined) return failure('damaged');
  const { width, height } = size;
  // Checked before decoding: a picture of a few bytes can claim gigabytes.
  if (Math.max(width, height) > MAX_IMAGE_SIDE || width * height > MAX_IMAGE_PIXELS) {
    return failure('too-many-pixels');
  }
  const picture = await drawing.decode(bytes, `image/${kind}`);
  return picture === undefined ? failure('damaged') : success(picture);
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
  const end = String.fromCharCode(...bytes.subarray(-64));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (kind) {
    case 'png':
      return !end.includes('IEND');
    case 'jpeg':
      return !end.includes('\xff\xd9');
    case 'webp':
      return bytes.length < view.getUint32(4, true) + 8;
    case 'bmp':
      return bytes.length < view.getUint32(2, true);
  }
}
