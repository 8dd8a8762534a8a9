import { afterEach, expect, test, vi } from 'vitest';
import {
  createPictureReader,
  type PictureReader,
} from '../../electron/command-line/picture-reader.ts';
import { drawPicture } from './picture-file.ts';

// Each run starts a program, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 30_000 });

let reader: PictureReader;
afterEach(() => reader.close());

test('a file that takes too long costs only itself', async () => {
  reader = createPictureReader(1);
  const bytes = await drawPicture(['A'], 'image/png');
  const answer = await reader.read({ kind: 'png', bytes });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'time-limit' } });
});

test('a file that ends the reader costs only itself', async () => {
  reader = createPictureReader();
  const bytes = await drawPicture(['A'], 'image/png');
  // Stands for a crash within a decoder: this is what no file may bring about.
  const nonsense: unknown = { kind: 'crash', bytes };
  const crashed = await reader.read(nonsense as { kind: 'png'; bytes: Buffer });
  expect(crashed).toMatchObject({ ok: false, failure: { code: 'reader-failed' } });
  const next = await reader.read({ kind: 'png', bytes });
  expect(next).toMatchObject({ ok: true, value: { codes: [{ text: 'A' }] } });
});
