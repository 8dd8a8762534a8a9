import { afterEach, expect, test, vi } from 'vitest';
import { createFileReader, type FileReader } from '../../electron/intake/file-reader.ts';
import { READER_PATIENCE } from '../../electron/intake/reader-process.ts';
import { startNodeReader } from '../../electron/intake/start-node-reader.ts';
import { drawPicture } from './picture-file.ts';

// Each run starts a program, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 30_000 });

let reader: FileReader;
afterEach(() => reader.close());

test('a file that takes too long costs only itself', async () => {
  let isPatient = false;
  const patience = {
    ...READER_PATIENCE,
    get stepMs() {
      return isPatient ? READER_PATIENCE.fileMs : 0;
    },
  };
  reader = createFileReader(startNodeReader, patience);
  const bytes = await drawPicture(['A'], 'image/png');
  expect(await reader.read(bytes)).toEqual({ ok: false, failure: 'timed-out' });
  isPatient = true;
  expect(await reader.read(bytes)).toMatchObject({ ok: true, value: { codes: [{ text: 'A' }] } });
});

test('a file that ends the reader costs only itself', async () => {
  reader = createFileReader(startNodeReader);
  const bytes = await drawPicture(['A'], 'image/png');
  // Stands for a crash within a decoder: this is what no file may bring about.
  const nonsense: unknown = { subarray: 'crash' };
  const crashed = await reader.read(nonsense as Uint8Array);
  expect(crashed).toEqual({ ok: false, failure: 'reader-failed' });
  expect(await reader.read(bytes)).toMatchObject({ ok: true, value: { codes: [{ text: 'A' }] } });
});
