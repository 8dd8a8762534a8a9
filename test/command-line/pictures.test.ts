import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AT, openOffice } from './office.ts';
import { drawPicture, pngClaiming } from './picture-file.ts';
import { type Line, parseLines, type Run, runVerify } from './run-verify.ts';

// All pictures in one run: starting the program takes longer than reading them.
vi.setConfig({ hookTimeout: 120_000 });

const office = openOffice();
const valid = office.issue();
const revoked = office.issueRevoked();
const GREEN = 'green-channel';
afterAll(() => office.close());

/** Each picture by its name, and what the certificates in it come to, or why there are none. */
const picture = await drawPicture([valid], 'image/png');
const latin1 = (bytes: string): Uint8Array => Buffer.from(bytes, 'latin1');
type Content = string | Uint8Array;
const READ: Readonly<Record<string, readonly [Content, ...string[]]>> = {
  // The name says nothing: the first bytes do.
  'png.dat': [picture, GREEN],
  'jpeg.dat': [await drawPicture([valid], 'image/jpeg'), GREEN],
  'webp.dat': [await drawPicture([valid], 'image/webp'), GREEN],
  'turned by 90 degrees.png': [await drawPicture([valid], 'image/png', { degrees: 90 }), GREEN],
  'turned by 27 degrees.png': [await drawPicture([valid], 'image/png', { degrees: 27 }), GREEN],
  'small.png': [
    await drawPicture([valid], 'image/png', { width: 200, height: 200, pixelsPerModule: 2 }),
    GREEN,
  ],
  'cut out to its edge.png': [
    await drawPicture([valid], 'image/png', { width: 460, height: 460, pixelsPerModule: 5 }),
    GREEN,
  ],
  'on a 40-megapixel scan.png': [
    await drawPicture([valid], 'image/png', { width: 8_000, height: 5_000, pixelsPerModule: 4 }),
    GREEN,
  ],
  'several certificates, and other codes beside them.png': [
    await drawPicture([valid, 'https://example.org/', revoked, valid], 'image/png'),
    ...[GREEN, 'revoked'],
  ],
  'other codes only.png': [
    await drawPicture(['https://example.org/a', 'https://example.org/b'], 'image/png'),
    'not-a-certificate/url',
  ],
};
const REFUSED: Readonly<Record<string, readonly [Content, string]>> = {
  'no code': [await drawPicture([], 'image/png'), 'no-code-found'],
  'a PNG of 200 bytes': [picture.subarray(0, 200), 'damaged-file'],
  'a third of a PNG': [picture.subarray(0, picture.length / 3), 'damaged-file'],
  'the head of a PNG': [latin1('\x89PNG\r\n\x1a\n'), 'damaged-file'],
  'the head of a JPEG': [latin1('\xff\xd8\xff\xe0\0\x10'), 'damaged-file'],
  'the head of a WebP': [latin1('RIFF\x10\0\0\0WEBPVP8 '), 'damaged-file'],
  'four gigapixels': [pngClaiming(65_000, 65_000), 'image-too-large'],
  'one row': [pngClaiming(20_001, 1), 'image-too-large'],
  '33 megabytes': [Buffer.concat([picture, Buffer.alloc(33 * 1_048_576)]), 'file-too-large'],
  nothing: ['', 'empty-input'],
  HEIC: [latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'unsupported-format'],
  GIF: [latin1('GIF89a\x01\0\x01\0\x80\0\0'), 'unsupported-format'],
  SVG: ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'unsupported-format'],
  'a program': [latin1('\x7fELF\0\0\0\x01'), 'unsupported-format'],
  'text in another encoding': [latin1('\xc4\xe3\xba\xc3'), 'unsupported-format'],
};
const album = join(office.folder, 'album');
const last = join(office.folder, 'last.png');
const fileOf = (name: string): string => join(office.folder, name);
let run: Run;
let lines: readonly Line[];

beforeAll(async () => {
  const contents = Object.entries({ ...REFUSED, ...READ });
  for (const [name, [bytes]] of contents) writeFileSync(fileOf(name), bytes);
  mkdirSync(album);
  writeFileSync(join(album, 'inner.png'), picture);
  writeFileSync(last, picture);
  const files = [...contents.map(([name]) => fileOf(name)), album, last];
  run = await runVerify(['--trust', office.bundle, '--at', AT, '--json', ...files]);
  lines = parseLines(run.stdout);
});

const linesOf = (file: string) => lines.filter(({ input }) => input === file);

test.each(Object.entries(READ))('%s is read', (name, [, ...codes]) => {
  const said = linesOf(fileOf(name)).map(({ code, kind }) => [code, kind ?? []].flat().join('/'));
  // Codes in one picture come in any order.
  expect(said.sort()).toEqual(codes);
});

test.each(Object.entries(REFUSED))('%s is refused with its reason', (name, [, error]) => {
  const input = fileOf(name);
  expect(linesOf(input)).toEqual([{ input, code: 'not-a-certificate', kind: 'empty', error }]);
});

test('a folder among them is no picture: the ones in it are judged, and what comes behind it', () => {
  const inner = join(album, 'inner.png');
  expect(lines.slice(-2)).toEqual([
    { input: inner, code: GREEN },
    { input: last, code: GREEN },
  ]);
  expect(run.stderr).toBe('');
  expect(run.status).toBe(3);
});
