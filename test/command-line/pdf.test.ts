import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AT, openOffice } from './office.ts';
import { type PdfPage, writePdf, writeScannedPdf } from './pdf-file.ts';
import { drawPicture } from './picture-file.ts';
import { parseLines, type Run, runVerify } from './run-verify.ts';

// All documents in one run: starting the program takes longer than reading them.
vi.setConfig({ hookTimeout: 120_000 });

const office = openOffice();
const valid = office.issue();
const revoked = office.issueRevoked();
const GREEN = 'green-channel';
afterAll(() => office.close());

type Line = readonly [page: number | undefined, code: string];

/** A document, and what its pages come to. */
interface Document {
  readonly bytes: Uint8Array;
  readonly lines: readonly Line[];
}

const pages = (...all: readonly PdfPage[]): Uint8Array => writePdf(all);
const longDocument = Array.from({ length: 30 }, (_, index) => {
  return { codes: index === 0 ? [valid] : index === 26 ? [revoked] : [] };
});
const manyPages = Array.from({ length: 10_000 }, () => ({ codes: [] }));

const DOCUMENTS: Readonly<Record<string, Document>> = {
  'pages upright and turned, drawn as lines': {
    bytes: pages(
      { codes: [valid] },
      { codes: [revoked], rotate: 90 },
      { codes: [] },
      { codes: [office.issue()], rotate: 180 },
    ),
    lines: [
      [1, GREEN],
      [2, 'revoked'],
      [4, GREEN],
    ],
  },
  'several codes on a page, and the same certificate again': {
    bytes: pages({ codes: [valid, revoked, 'https://example.org'] }, { codes: [valid] }),
    lines: [
      [1, GREEN],
      [1, 'revoked'],
    ],
  },
  'a small code of 15 mm': {
    bytes: pages({ codes: [valid], millimetres: 15 }),
    lines: [[1, GREEN]],
  },
  'a scanned page': {
    bytes: writeScannedPdf([
      { jpeg: await drawPicture([valid], 'image/jpeg'), width: 1_000, height: 1_000 },
    ]),
    lines: [[1, GREEN]],
  },
  'a page of absurd size': {
    bytes: pages({ codes: [], mediaBox: '0 0 9000000 9000000' }, { codes: [valid] }),
    lines: [[2, GREEN]],
  },
  'a long document': {
    bytes: writePdf(longDocument),
    lines: [
      [1, GREEN],
      [27, 'revoked'],
    ],
  },
  'a document of ten thousand pages': {
    bytes: writePdf(manyPages),
    lines: [[undefined, 'too-many-pages']],
  },
  'a document with a password': {
    bytes: writePdf([{ codes: [valid] }], true),
    lines: [[undefined, 'password-protected']],
  },
  garbage: {
    bytes: Buffer.from(`%PDF-1.7\n${'garbage '.repeat(500)}`),
    lines: [[undefined, 'damaged-file']],
  },
  'a document cut off': {
    bytes: pages({ codes: [valid] }).subarray(0, 60),
    lines: [[undefined, 'damaged-file']],
  },
  'a document without a code': {
    bytes: pages({ codes: [] }),
    lines: [[undefined, 'no-code-found']],
  },
};
const names = Object.keys(DOCUMENTS);
const fileOf = (name: string): string => join(office.folder, name);
let run: Run;

beforeAll(async () => {
  for (const [name, { bytes }] of Object.entries(DOCUMENTS)) writeFileSync(fileOf(name), bytes);
  run = await runVerify(['--trust', office.bundle, '--at', AT, '--json', ...names.map(fileOf)]);
});

test.each(Object.entries(DOCUMENTS))('%s', (name, { lines }) => {
  const said = parseLines(run.stdout).filter(({ input }) => input === fileOf(name));
  // Codes on one page come in any order.
  const found = said.map(({ page, code, error }): Line => [page, error ?? code]);
  expect(found.sort()).toEqual(lines);
});

test('say nothing besides, and the worst of them is the status', () => {
  expect(run.stderr).toBe('');
  expect(run.status).toBe(3);
});
