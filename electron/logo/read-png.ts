import { MAX_LOGO_SIDE } from '../../shared/ipc/hall-logo.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { Picture, PictureFailure } from './picture.ts';
import { type Chunk, readChunks, writeChunks } from './png-chunks.ts';
import { holdsAllRows, readHeader } from './png-rows.ts';

/** Entries of a palette, three bytes each. */
const MAX_PALETTE_BYTES = 768;

/** Chunks without which a picture cannot be drawn; there are no others. */
const CRITICAL: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/**
 * Reads a PNG down to its last row and writes it anew: header, palette, transparency and rows. Texts,
 * colour profiles and the frames of an animation stay behind.
 */
export function readPng(bytes: Buffer): Result<Picture, PictureFailure> {
  const chunks = readChunks(bytes);
  const header = chunks?.[0]?.type === 'IHDR' ? readHeader(chunks[0].data) : undefined;
  if (chunks === undefined || header === undefined) return failure('logo-damaged');
  const { width, height, isIndexed } = header;
  if (Math.max(width, height) > MAX_LOGO_SIDE) return failure('logo-too-many-pixels');
  if (chunks.some(({ type }) => isCritical(type) && !CRITICAL.has(type))) {
    return failure('logo-damaged');
  }
  const all = (type: string) => chunks.filter((chunk) => chunk.type === type);
  const [palette] = all('PLTE');
  if (isIndexed ? !isPalette(palette) : false) return failure('logo-damaged');
  const rows = Buffer.concat(all('IDAT').map(({ data }) => data));
  if (!holdsAllRows(rows, header)) return failure('logo-damaged');
  const kept = [
    ...all('IHDR').slice(0, 1),
    ...(isIndexed ? all('PLTE').slice(0, 1) : []),
    ...all('tRNS').slice(0, 1),
    { type: 'IDAT', data: rows },
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return success({ type: 'png', bytes: writeChunks(kept), width, height });
}

/** An upper-case letter at the front says that nobody may pass the chunk over. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

function isPalette(chunk: Chunk | undefined): boolean {
  const length = chunk?.data.length ?? 0;
  return length > 0 && length <= MAX_PALETTE_BYTES && length % 3 === 0;
}
