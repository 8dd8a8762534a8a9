import { createReadStream } from 'node:fs';

/** Stands before the fuses in the program file (electron/electron, build/fuses). */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const ON = 0x31;
const OFF = 0x30;

/**
 * Reads the fuses of an Electron program: for each by number whether it is on, `undefined` where it
 * was removed. `undefined` as a whole when the file holds none.
 */
export async function readFuses(
  executable: string,
): Promise<readonly (boolean | undefined)[] | undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(executable, { highWaterMark: 4 * 1_048_576 })) {
    const bytes: Buffer = Buffer.concat([rest, chunk]);
    const at = bytes.indexOf(SENTINEL);
    const wire = at < 0 ? undefined : readWire(bytes.subarray(at + SENTINEL.length));
    if (wire !== undefined) return wire;
    // Found with its end in the next chunk, or perhaps cut in two.
    rest = bytes.subarray(at < 0 ? Math.max(0, bytes.length - SENTINEL.length) : at);
  }
  return undefined;
}

/** After the sentinel: a version, a count, and one character for each fuse. */
function readWire(bytes: Buffer): readonly (boolean | undefined)[] | undefined {
  const count = bytes[1];
  if (count === undefined || bytes.length < 2 + count) return undefined;
  return [...bytes.subarray(2, 2 + count)].map((state) => {
    if (state === ON) return true;
    return state === OFF ? false : undefined;
  });
}
