import { afterEach, expect, it, vi } from 'vitest';
import { loadChineseFont } from '../../renderer/chinese-font.ts';
import { encodeFontPack } from '../../shared/font-pack.ts';

afterEach(() => vi.unstubAllGlobals());

/** Loads the font from a file with this content, in place of a browser's own loading. */
async function loadedFrom(fetched: () => Promise<Response>): Promise<readonly string[]> {
  const ranges: string[] = [];
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal(
    'FontFace',
    class {
      constructor(_family: string, _bytes: Uint8Array, { unicodeRange }: { unicodeRange: string }) {
        ranges.push(unicodeRange);
      }
    },
  );
  await loadChineseFont({ add: () => new Set() as unknown as FontFaceSet });
  return ranges;
}

const PIECES = ['U+4E00-4E0F', 'U+4E10'].map((unicodeRange) => ({
  ...{ unicodeRange, bytes: Uint8Array.of(1, 2, 3) },
}));
const FILE = Uint8Array.from(encodeFontPack(PIECES));

it('gives the page every piece of the file', async () => {
  const ranges = await loadedFrom(async () => new Response(FILE));
  expect(ranges).toEqual(['U+4E00-4E0F', 'U+4E10']);
});

it.each([
  ['a missing file', async () => new Response(null, { status: 404 })],
  ['an unreachable file', () => Promise.reject(new TypeError('no'))],
  ['an empty file', async () => new Response('')],
  ['a file cut short', async () => new Response(FILE.subarray(0, FILE.length - 2))],
  ['another file', async () => new Response('<!doctype html><title>nothing of ours</title>')],
])('lets the page begin without the font: %s', async (_, fetched) => {
  expect(await loadedFrom(fetched)).toEqual([]);
});
