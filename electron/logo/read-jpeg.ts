import { MAX_LOGO_SIDE } from '../../shared/ipc/hall-logo.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { JPEG_END, JPEG_SCAN, JPEG_START, readSegments } from './jpeg-segments.ts';
import type { Picture, PictureFailure } from './picture.ts';

/** Baseline, extended sequential and progressive frames: what browsers draw. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** Besides frame and scans: Huffman codes, quantisation, restarts, JFIF, and Adobe's note on colours. */
const KEPT: ReadonlySet<number> = new Set([...FRAMES, JPEG_SCAN, 0xc4, 0xdb, 0xdd, 0xe0, 0xee]);

/** A progressive picture has about ten scans; each costs a decoder the whole picture. */
const MAX_SCANS = 64;

/**
 * Reads a JPEG segment by segment and writes it anew without what cameras and programs note beside the
 * picture: place, time, thumbnail, colour profile. Its codes are read by the page only.
 */
export function readJpeg(bytes: Buffer): Result<Picture, PictureFailure> {
  const segments = readSegments(bytes);
  if (segments === undefined) return failure('logo-damaged');
  if (segments.some(({ marker }) => !KEPT.has(marker) && !isNote(marker))) {
    return failure('logo-damaged');
  }
  const frames = segments.filter(({ marker }) => FRAMES.has(marker));
  const scans = segments.filter(({ marker }) => marker === JPEG_SCAN);
  const size = frames[0] && readFrame(frames[0].bytes);
  if (size === undefined || frames.length > 1) return failure('logo-damaged');
  if (scans.length === 0 || scans.length > MAX_SCANS) return failure('logo-damaged');
  if (Math.max(size.width, size.height) > MAX_LOGO_SIDE) return failure('logo-too-many-pixels');
  const kept = segments.filter(({ marker }) => KEPT.has(marker)).map((segment) => segment.bytes);
  const whole = Buffer.concat([markerAlone(JPEG_START), ...kept, markerAlone(JPEG_END)]);
  return success({ type: 'jpeg', bytes: whole, ...size });
}

/** Section B.2.2: precision, height, width, and three bytes for each component. */
function readFrame(segment: Buffer) {
  if (segment.length < 10 || segment[4] !== 8) return undefined;
  const [height, width] = [segment.readUInt16BE(5), segment.readUInt16BE(7)];
  const components = segment[9] ?? 0;
  const isWhole = segment.length === 10 + 3 * components && [1, 3, 4].includes(components);
  return isWhole && width > 0 && height > 0 ? { width, height } : undefined;
}

function markerAlone(marker: number): Buffer {
  return Buffer.from([0xff, marker]);
}

/** What programs note for each other, and comments. */
function isNote(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
}
