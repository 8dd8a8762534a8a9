/** Markers of JPEG (ITU-T T.81, table B.1), each after a byte of 0xff. */
export const JPEG_START = 0xd8;
export const JPEG_END = 0xd9;
export const JPEG_SCAN = 0xda;

/** One segment of a JPEG: marker, length and content, and after the head of a scan its codes. */
export interface Segment {
  readonly marker: number;
  readonly bytes: Buffer;
}

/**
 * The segments between start and end of a JPEG; what follows the end is left alone.
 * @returns `undefined` when one is cut off, or when there is no end
 */
export function readSegments(bytes: Buffer): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  for (let offset = 2; ; ) {
    // Any number of 0xff may stand before a marker.
    while (bytes[offset] === 0xff && bytes[offset + 1] === 0xff) offset++;
    const marker = bytes[offset + 1];
    if (bytes[offset] !== 0xff || marker === undefined) return undefined;
    if (marker === JPEG_END) return segments;
    const head = headEnd(bytes, offset);
    if (head === undefined) return undefined;
    const end = marker === JPEG_SCAN ? endOfCodes(bytes, head) : head;
    segments.push({ marker, bytes: bytes.subarray(offset, end) });
    offset = end;
  }
}

/** Where the length of a segment ends it; `undefined` when it is cut off. */
function headEnd(bytes: Buffer, offset: number): number | undefined {
  if (offset + 4 > bytes.length) return undefined;
  const length = bytes.readUInt16BE(offset + 2);
  const end = offset + 2 + length;
  return length < 2 || end > bytes.length ? undefined : end;
}

/** Codes go on to the next marker; 0xff00 stands for a byte, 0xffd0 to 0xffd7 restart. */
function endOfCodes(bytes: Buffer, start: number): number {
  for (let offset = start; offset < bytes.length; offset++) {
    if (bytes[offset] !== 0xff) continue;
    const next = bytes[offset + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return offset;
  }
  return bytes.length;
}
