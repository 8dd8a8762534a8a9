import { inflateSync } from 'node:zlib';

/**
 * Inflates a zlib stream into at most `maxBytes` bytes, or `undefined` when it is damaged, would
 * grow beyond that, or is followed by anything else. Source: RFC 1950.
 */
export function inflateZlib(compressed: Uint8Array, maxBytes: number): Uint8Array | undefined {
  try {
    const { buffer, engine } = inflateWithInfo(compressed, maxBytes);
    // The runtime silently ignores bytes behind the stream.
    return engine.bytesWritten === compressed.length ? new Uint8Array(buffer) : undefined;
  } catch {
    // Damaged data and the size limit are both reported by throwing.
    return undefined;
  }
}

interface InflateWithInfo {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function inflateWithInfo(compressed: Uint8Array, maxBytes: number): InflateWithInfo {
  // The type declarations do not know that `info` changes the shape of the answer.
  const answer: unknown = inflateSync(compressed, { maxOutputLength: maxBytes, info: true });
  return answer as InflateWithInfo;
}
