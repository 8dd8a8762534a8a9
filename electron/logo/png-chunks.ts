/** PNG (W3C, third edition), section 5: a signature, then chunks of length, type, data and checksum. */
export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Bytes of a chunk besides its data. */
const FRAME = 12;

/**
 * The chunks of a PNG up to its end; what follows the end is left alone.
 * @returns `undefined` when one is cut off or its checksum is wrong, or when there is no end
 */
export function readChunks(bytes: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let offset = PNG_SIGNATURE.length;
  while (offset + FRAME <= bytes.length) {
    const length = bytes.readUInt32BE(offset);
    const end = offset + FRAME + length;
    if (end > bytes.length) return undefined;
    const checked = bytes.subarray(offset + 4, end - 4);
    if (checksum(checked) !== bytes.readUInt32BE(end - 4)) return undefined;
    const type = checked.toString('latin1', 0, 4);
    chunks.push({ type, data: checked.subarray(4) });
    if (type === 'IEND') return chunks;
    offset = end;
  }
  return undefined;
}

/** Writes chunks as a whole file. */
export function writeChunks(chunks: readonly Chunk[]): Buffer {
  const framed = chunks.map(({ type, data }) => {
    const bytes = Buffer.alloc(FRAME + data.length);
    bytes.writeUInt32BE(data.length, 0);
    bytes.write(type, 4, 'latin1');
    bytes.set(data, 8);
    bytes.writeUInt32BE(checksum(bytes.subarray(4, 8 + data.length)), 8 + data.length);
    return bytes;
  });
  return Buffer.concat([PNG_SIGNATURE, ...framed]);
}

/** Annex D. Node's own `crc32` is younger than the oldest Node the program runs on. */
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) {
    value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value;
});

function checksum(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
