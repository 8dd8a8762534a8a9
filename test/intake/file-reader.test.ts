import { afterEach, expect, test, vi } from 'vitest';
import { createFileReader, type FileReader } from '../../electron/intake/file-reader.ts';
import { READER_PATIENCE, type ReaderProcess } from '../../electron/intake/reader-process.ts';
import { startNodeReader } from '../../electron/intake/start-node-reader.ts';
import { drawPicture } from '../command-line/picture-file.ts';

// Each run starts a program, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 30_000 });

let reader: FileReader;
afterEach(() => reader.close());

test('a file that takes too long costs only itself', async () => {
  let isPatient = false;
  const patience = {
    ...READER_PATIENCE,
    stepMs: () => (isPatient ? READER_PATIENCE.fileMs : 0),
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

test('what was found before a file took too long is kept, and the process is not used again', async () => {
  let started = 0;
  let ended = 0;
  const stuck = (): ReaderProcess => {
    started += 1;
    let tell: (message: unknown) => void = () => undefined;
    let workedMs = 0;
    return {
      onMessage: (listener) => {
        tell = listener;
        setImmediate(() => tell({ kind: 'ready' }));
      },
      onExit: () => undefined,
      send: ({ kind }) => {
        if (kind !== 'file') return;
        tell({ kind: 'step', codes: [{ text: 'PCC1:A', place: { page: 1 } }] });
        workedMs = READER_PATIENCE.stepMs(1) + 60;
      },
      worked: () => workedMs,
      kill: () => {
        ended += 1;
      },
    };
  };
  reader = createFileReader(stuck);
  const kept = { codes: [{ text: 'PCC1:A', place: { page: 1 } }], notices: ['not-all-looked-at'] };
  expect(await reader.read(new Uint8Array(1))).toEqual({ ok: true, value: kept });
  expect(await reader.read(new Uint8Array(1))).toEqual({ ok: true, value: kept });
  expect([started, ended]).toEqual([2, 2]);
});

test.each([
  ['a number', 1],
  [
    'a text longer than any code',
    { kind: 'step', codes: [{ text: 'A'.repeat(9_000), place: {} }] },
  ],
  ['a refusal nobody knows', { kind: 'done', answer: { ok: false, failure: 'other' } }],
])('a reader that answers %s is not believed', async (_name, message) => {
  reader = createFileReader(() => {
    let tell: (message: unknown) => void = () => undefined;
    return {
      onMessage: (listener) => {
        tell = listener;
        setImmediate(() => tell({ kind: 'ready' }));
      },
      onExit: () => undefined,
      send: () => tell(message),
      worked: () => 0,
      kill: () => undefined,
    };
  });
  expect(await reader.read(new Uint8Array(1))).toEqual({ ok: false, failure: 'reader-failed' });
});
