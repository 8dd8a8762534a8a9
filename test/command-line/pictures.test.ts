import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AT, type Office, openOffice } from './office.ts';
import { drawPicture, pngClaiming } from './picture-file.ts';
import { type Line, parseLines, runVerify } from './run-verify.ts';

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

function save(name: string, bytes: Uint8Array | string): string {
  const file = join(office.folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function verify(...files: string[]) {
  const run = await runVerify(['--trust', office.bundle, '--at', AT, '--json', ...files]);
  return { ...run, lines: parseLines(run.stdout) };
}

test.each(['png', 'jpeg', 'webp'] as const)('a %s picture is read', async (format) => {
  // The name says nothing: the first bytes do.
  const file = save(`${format}.dat`, await drawPicture([valid], `image/${format}`));
  const { lines, status } = await verify(file);
  expect(lines).toEqual([{ input: file, code: 'green-channel' }]);
  expect(status).toBe(0);
});

test.each([
  ['turned by 90 degrees', { degrees: 90 }],
  ['turned by 27 degrees', { degrees: 27 }],
  ['small', { width: 200, height: 200, pixelsPerModule: 2 }],
  ['cut out to its edge', { width: 460, height: 460, pixelsPerModule: 5 }],
  ['on a 40-megapixel scan', { width: 8_000, height: 5_000, pixelsPerModule: 4 }],
])('a code %s is read', async (name, style) => {
  const { lines } = await verify(
    save(`${name}.png`, await drawPicture([valid], 'image/png', style)),
  );
  expect(lines.map(({ code }) => code)).toEqual(['green-channel']);
});

test('several certificates give one verdict each, and other codes beside them none', async () => {
  const texts = [valid, 'https://example.org/', revoked, valid];
  const { lines, status } = await verify(save('four.png', await drawPicture(texts, 'image/png')));
  expect(lines.map(({ code }) => code).sort()).toEqual(['green-channel', 'revoked']);
  expect(status).toBe(1);
});

test('a picture with other codes only gives one verdict', async () => {
  const texts = ['https://example.org/a', 'https://example.org/b'];
  const { lines, status } = await verify(save('urls.png', await drawPicture(texts, 'image/png')));
  expect(lines.map(({ code, kind }) => [code, kind])).toEqual([['not-a-certificate', 'url']]);
  expect(status).toBe(3);
});

test('files without a readable code say why, and the ones behind them are still read', async () => {
  const picture = await drawPicture([valid], 'image/png');
  const cases: readonly (readonly [string, string | Uint8Array])[] = [
    ['no-code-found', await drawPicture([], 'image/png')],
    ['damaged-file', picture.subarray(0, 200)],
    ['damaged-file', picture.subarray(0, picture.length / 3)],
    ['damaged-file', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['damaged-file', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['damaged-file', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')],
    ['image-too-large', pngClaiming(65_000, 65_000)],
    ['image-too-large', pngClaiming(20_001, 1)],
    ['file-too-large', Buffer.concat([picture, Buffer.alloc(33 * 1_048_576)])],
    ['empty-input', ''],
    ['unsupported-format', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['unsupported-format', Buffer.from('GIF89a\x01\0\x01\0\x80\0\0', 'latin1')],
    ['unsupported-format', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['unsupported-format', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1])],
    ['unsupported-format', Buffer.from([0xc4, 0xe3, 0xba, 0xc3])],
  ];
  const files = cases.map(([, bytes], index) => save(`case-${index}`, bytes));
  const last = save('last.png', picture);
  // A folder is no picture: the ones in it are judged, in their place among the files.
  const album = join(office.folder, 'album');
  mkdirSync(album);
  writeFileSync(join(album, 'inner.png'), picture);
  const { lines, status, stderr } = await verify(...files, album, last);
  const expected = cases.map(([error], index) => unreadable(files[index] ?? '', error));
  expect(lines).toEqual([
    ...expected,
    { input: join(album, 'inner.png'), code: 'green-channel' },
    { input: last, code: 'green-channel' },
  ]);
  expect(status).toBe(3);
  expect(stderr).toBe('');
});

function unreadable(input: string, error: string): Line {
  return { input, code: 'not-a-certificate', kind: 'empty', error };
}
