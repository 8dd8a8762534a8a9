import { readFileSync, statSync } from 'node:fs';
import { MAX_LOGO_BYTES, MAX_LOGO_SIDE } from '../../shared/ipc/hall-logo.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { jpegSize, pngSize } from './picture-size.ts';

/**
 * The file of a logo, as it is. Its pixels are decoded by nobody but the page, in its sandbox: a decoder
 * is the last thing to hand a file to in a process that can do everything.
 */
export interface Logo {
  readonly type: 'png' | 'jpeg';
  readonly bytes: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why there is no logo although one is named. */
export type LogoFailure =
  | 'logo-file-missing'
  | 'logo-file-unreadable'
  | 'logo-file-too-large'
  | 'logo-not-an-image'
  | 'logo-too-many-pixels'
  | 'logo-damaged';

/** How each kind begins, and what stands at its end: a name says nothing, and half a copy has no end. */
const KINDS = [
  {
    type: 'png',
    start: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    end: Buffer.from('IEND', 'latin1'),
    sizeOf: pngSize,
  },
  {
    type: 'jpeg',
    start: Buffer.from([0xff, 0xd8, 0xff]),
    end: Buffer.from([0xff, 0xd9]),
    sizeOf: jpegSize,
  },
] as const;

/**
 * Reads the file of a logo, a PNG or a JPEG. An SVG is none here: it can hold scripts, styles and
 * addresses, and its size on paper is anybody's guess.
 */
export function readLogo(file: string): Result<Logo, LogoFailure> {
  const bytes = readBytes(file);
  return bytes.ok ? inspect(bytes.value) : bytes;
}

function inspect(bytes: Buffer): Result<Logo, LogoFailure> {
  const kind = KINDS.find(({ start }) => bytes.subarray(0, start.length).equals(start));
  if (kind === undefined) return failure('logo-not-an-image');
  const size = kind.sizeOf(bytes);
  if (size === undefined || !bytes.includes(kind.end)) return failure('logo-damaged');
  const { width, height } = size;
  if (Math.max(width, height) > MAX_LOGO_SIDE) return failure('logo-too-many-pixels');
  return success({ type: kind.type, bytes, width, height });
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
