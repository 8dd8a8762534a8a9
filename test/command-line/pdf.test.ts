import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AT, type Office, openOffice } from './office.ts';
import { writePdf, writeScannedPdf } from './pdf-file.ts';
import { drawPicture } from './picture-file.ts';
import { parseLines, runVerify } from './run-verify.ts';

// Each run starts a program, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 30_000 });

let office: Office;
let valid = '';
let revoked = '';

beforeAll(() => {
  office = openOffice();
  valid = office.issue();
  revoked = office.issueRevoked();
});
afterAll(() => office.close());

async function verifyPdf(bytes: Uint8Array) {
  const file = join(office.folder, 'document');
  writeFileSync(file, bytes);
  const run = await runVerify(['--trust', office.bundle, '--at', AT, '--json', file]);
  const lines = parseLines(run.stdout).map(({ page, code, error }) => [page, error ?? code]);
  return { ...run, lines };
}

test('each page is read, upright or turned, drawn as lines', async () => {
  const pages = [{ codes: [valid] }, { codes: [revoked], rotate: 90 }, { codes: [] }];
  const { lines, status } = await verifyPdf(writePdf(pages));
  expect(lines).toEqual([
    [1, 'green-channel'],
    [2, 'revoked'],
  ]);
  expect(status).toBe(1);
});

test('several codes of one page, and the same certificate again', async () => {
  const pages = [{ codes: [valid, revoked, 'https://example.org'] }, { codes: [valid] }];
  const { lines } = await verifyPdf(writePdf(pages));
  expect(lines.sort()).toEqual([
    [1, 'green-channel'],
    [1, 'revoked'],
  ]);
});

test('a small code of 15 mm gets a closer look', async () => {
  const { lines } = await verifyPdf(writePdf([{ codes: [valid], millimetres: 15 }]));
  expect(lines).toEqual([[1, 'green-channel']]);
});

test('a scanned page is read', async () => {
  const scan = await drawPicture([valid], 'image/jpeg');
  const { lines } = await verifyPdf(writeScannedPdf(scan, 1_000, 1_000));
  expect(lines).toEqual([[1, 'green-channel']]);
});

test('a page of absurd size is drawn within bounds', async () => {
  const pages = [{ codes: [], mediaBox: '0 0 9000000 9000000' }, { codes: [valid] }];
  expect((await verifyPdf(writePdf(pages))).lines).toEqual([[2, 'green-channel']]);
});

test('every page of a long document is looked at; one of ten thousand pages is not begun', async () => {
  const codesOf = (page: number) => (page === 1 ? [valid] : page === 56 ? [revoked] : []);
  const long = Array.from({ length: 60 }, (_, index) => ({ codes: codesOf(index + 1) }));
  expect((await verifyPdf(writePdf(long))).lines).toEqual([
    [1, 'green-channel'],
    [56, 'revoked'],
  ]);
  const endless = Array.from({ length: 10_000 }, () => ({ codes: [] }));
  expect((await verifyPdf(writePdf(endless))).lines).toEqual([[undefined, 'too-many-pages']]);
});

test('a document that cannot be read says why', async () => {
  const whole = writePdf([{ codes: [valid] }]);
  const cases = [
    ['password-protected', writePdf([{ codes: [valid] }], true)],
    ['damaged-file', Buffer.from(`%PDF-1.7\n${'garbage '.repeat(500)}`)],
    ['damaged-file', whole.subarray(0, 60)],
    ['no-code-found', writePdf([{ codes: [] }])],
  ] as const;
  for (const [code, bytes] of cases) {
    const { lines, status } = await verifyPdf(bytes);
    expect(lines).toEqual([[undefined, code]]);
    expect(status).toBe(3);
  }
});
