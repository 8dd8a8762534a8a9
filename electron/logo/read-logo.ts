import { readFileSync, statSync } from 'node:fs';
import { MAX_LOGO_BYTES } from '../../shared/ipc/hall-logo.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { Picture, PictureFailure } from './picture.ts';
import { PNG_SIGNATURE } from './png-chunks.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';

/** Why there is no logo although one is named. */
export type LogoFailure =
  | 'logo-file-missing'
  | 'logo-file-unreadable'
  | 'logo-file-too-large'
  | PictureFailure;

/**
 * Reads the file of a logo, a PNG or a JPEG. An SVG is none here: it can hold scripts, styles and
 * addresses, and its size on paper is anybody's guess.
 */
export function readLogo(file: string): Result<Picture, LogoFailure> {
  const bytes = readBytes(file);
  return bytes.ok ? readPicture(bytes.value) : bytes;
}

/** Tells what the bytes are by how they begin: a name says nothing. */
export function readPicture(bytes: Buffer): Result<Picture, PictureFailure> {
  if (bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return readPng(bytes);
  if (bytes.length > 2 && bytes.readUIntBE(0, 3) === 0xffd8ff) return readJpeg(bytes);
  return failure('logo-not-an-image');
}

function readBytes(file: string): Result<Buffer, LogoFailure> {
  try {
    const entry = statSync(file);
    // A pipe or a device would be read for ever.
    if (!entry.isFile()) return failure('logo-file-unreadable');
    if (entry.size > MAX_LOGO_BYTES) return failure('logo-file-too-large');
    return success(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const isMissing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    return failure(isMissing ? 'logo-file-missing' : 'logo-file-unreadable');
  }
}
