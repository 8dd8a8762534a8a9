import { joinBytes } from '../../shared/bytes.ts';

/** The first bytes of a stream, and the stream from its beginning as if nothing had been read. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
}

/** Looks at the first bytes of a stream: at least `bytes`, unless it is shorter. */
export async function peek(stream: AsyncIterable<Uint8Array>, bytes: number): Promise<Peeked> {
  const iterator = stream[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let next = await iterator.next();
  while (!next.done) {
    head = joinBytes(head, next.value);
    if (head.length >= bytes) break;
    next = await iterator.next();
  }
  return { head, all: continueWith(head, iterator) };
}

async function* continueWith(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** All bytes of a stream, or `undefined` as soon as there are more than allowed. */
export async function collectUpTo(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    parts.push(chunk);
  }
  return joinBytes(...parts);
}
