import { createConnection } from 'node:net';

/**
 * A synchronising process that is broken, or taken over: what it does is its first argument.
 * Started in place of the real one.
 */
const [, , deed] = process.argv;
const hog: Uint8Array[][] = [];

process.on('message', () => {
  switch (deed) {
    case 'hang':
      for (;;);
    case 'crash':
      return process.abort();
    case 'leave':
      return process.exit(0);
    case 'hoard':
      for (;;) hog.push(Array.from({ length: 10_000 }, () => new Uint8Array(1)));
    case 'connect':
      return createConnection(9, '127.0.0.1');
    case 'babble':
      return process.send?.({ kind: 'done', outcome: { ok: true, value: { changed: 'yes' } } });
    default:
      return process.send?.({ kind: 'fetch', id: 1, path: deed, maxBytes: 100 });
  }
});
process.on('disconnect', () => process.exit());
