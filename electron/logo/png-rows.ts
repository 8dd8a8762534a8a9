import { inflateSync } from 'node:zlib';

/** What the header chunk of a PNG says (PNG, third edition, section 11.2.1). */
export interface PngHeader {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly isIndexed: boolean;
  readonly isInterlaced: boolean;
}

/** Samples of a pixel, and how many bits each may have, by colour type. */
const COLOUR_TYPES: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

/** Reads the data of a header chunk; `undefined` when it says what no PNG can be. */
export function readHeader(data: Buffer): PngHeader | undefined {
  if (data.length !== 13) return undefined;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth = 0, type = 0, compression, filter, interlace = 0] = data.subarray(8);
  const colours = COLOUR_TYPES[type];
  if (width === 0 || height === 0 || colours?.depths.includes(depth) !== true) return undefined;
  if (compression !== 0 || filter !== 0 || interlace > 1) return undefined;
  const bitsPerPixel = colours.samples * depth;
  return { width, height, bitsPerPixel, isIndexed: type === 3, isInterlaced: interlace === 1 };
}

/** Adam7 (section 8.1): where each pass begins and how far its pixels are apart. */
const PASSES = [
  { x: 0, y: 0, right: 8, down: 8 },
  { x: 4, y: 0, right: 8, down: 8 },
  { x: 0, y: 4, right: 4, down: 8 },
  { x: 2, y: 0, right: 4, down: 4 },
  { x: 0, y: 2, right: 2, down: 4 },
  { x: 1, y: 0, right: 2, down: 2 },
  { x: 0, y: 1, right: 1, down: 2 },
];
const ONE_PASS = [{ x: 0, y: 0, right: 1, down: 1 }];

/** Filter types 0 to 4 (section 9.2). */
const LAST_FILTER = 4;

/**
 * Whether compressed rows hold the whole picture and nothing else. At most one byte more than that is
 * ever unpacked, whatever the data would grow to.
 */
export function holdsAllRows(compressed: Buffer, header: PngHeader): boolean {
  const passes = passesOf(header);
  const expected = passes.reduce((sum, { rows, rowBytes }) => sum + rows * rowBytes, 0);
  const unpacked = unpack(compressed, expected);
  if (unpacked?.length !== expected) return false;
  let offset = 0;
  for (const { rows, rowBytes } of passes) {
    for (let row = 0; row < rows; row++, offset += rowBytes) {
      if ((unpacked[offset] ?? 0) > LAST_FILTER) return false;
    }
  }
  return true;
}

function passesOf({ width, height, bitsPerPixel, isInterlaced }: PngHeader) {
  return (isInterlaced ? PASSES : ONE_PASS).map(({ x, y, right, down }) => {
    const columns = Math.max(0, Math.ceil((width - x) / right));
    const rows = columns === 0 ? 0 : Math.max(0, Math.ceil((height - y) / down));
    // A byte before each row names its filter.
    return { rows, rowBytes: 1 + Math.ceil((columns * bitsPerPixel) / 8) };
  });
}

function unpack(compressed: Buffer, expected: number): Buffer | undefined {
  try {
    return inflateSync(compressed, { maxOutputLength: expected + 1 });
  } catch (error) {
    // Damaged or cut off, or more than was announced: zlib says so with a code.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
