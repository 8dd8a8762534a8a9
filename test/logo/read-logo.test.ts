import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { loadImage } from '@napi-rs/canvas';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Chunk, readChunks, writeChunks } from '../../electron/logo/png-chunks.ts';
import { readLogo, readPicture } from '../../electron/logo/read-logo.ts';
import { showHallLogo } from '../../electron/logo/show-hall-logo.ts';
import { HallLogoSchema } from '../../shared/ipc/hall-logo.ts';
import { drawLogo } from './draw-logo.ts';

/** What an administrator, or somebody who writes to the administrator's folder, may name as a logo. */

const png = drawLogo().toBuffer('image/png');
const jpeg = drawLogo().toBuffer('image/jpeg', 80);
const folder = mkdtempSync(join(tmpdir(), 'hall-logo-'));

function fileOf(name: string, content: Buffer | string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** A PNG of these pixels, bits and colour type over rows of zeros, changed by the test. */
function pngOf(
  [width, height, depth, type, interlace]: readonly [number, number, number, number, number],
  rowBytes: number,
  more: readonly Chunk[] = [],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, type, 0, 0, interlace], 8);
  return writeChunks([
    { type: 'IHDR', data: header },
    ...more,
    { type: 'IDAT', data: deflateSync(Buffer.alloc(rowBytes)) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]);
}
const outcome = (bytes: Buffer): string => {
  const read = readPicture(bytes);
  return read.ok ? `${read.value.type} ${read.value.width}×${read.value.height}` : read.failure;
};

describe('a logo', () => {
  it('is taken as PNG or JPEG, whatever its name says, and looks as before', async () => {
    expect(readLogo(fileOf('logo.txt', png))).toMatchObject({ ok: true });
    for (const [kind, bytes] of [
      ['png', png],
      ['jpeg', jpeg],
    ] as const) {
      const read = readPicture(bytes);
      if (!read.ok) throw new Error(read.failure);
      expect(read.value).toMatchObject({ type: kind, width: 480, height: 320 });
      expect(await pixelsOf(read.value.bytes)).toEqual(await pixelsOf(bytes));
    }
  });

  it('leaves behind all that is not the picture', () => {
    const text = Buffer.from('Comment\0drawn by Zhang San');
    const chunks = readChunks(png) ?? [];
    const [first, ...others] = chunks;
    if (first === undefined) throw new Error('no header');
    const noted = writeChunks([first, { type: 'tEXt', data: text }, ...others]);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 2 + text.length]), text]);
    const notedJpeg = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), text]);
    for (const bytes of [Buffer.concat([noted, text]), notedJpeg]) {
      const read = readPicture(bytes);
      expect(read.ok && read.value.bytes.toString('latin1')).not.toContain('Zhang San');
      expect(read.ok).toBe(true);
    }
  });

  it('crosses to the page as one address the contract lets through', () => {
    const shown = showHallLogo(fileOf('logo.jpg', jpeg));
    expect(v.is(HallLogoSchema, shown)).toBe(true);
    expect(shown?.address).toMatch(/^data:image\/jpeg;base64,/);
    expect(showHallLogo(undefined)).toBeNull();
    expect(showHallLogo(fileOf('logo.svg', '<svg/>'))).toBeNull();
    for (const address of ['data:image/svg+xml;base64,AAAA', 'https://hall.example/logo.png']) {
      expect(v.is(HallLogoSchema, { address, width: 1, height: 1 })).toBe(false);
    }
  });

  it.each([
    ['grey of one bit', [9, 2, 1, 0, 0], 2 * 3, 'png 9×2'],
    ['colours of sixteen bits', [3, 2, 16, 6, 0], 2 * (1 + 24), 'png 3×2'],
    ['seven passes', [5, 5, 8, 0, 1], 5 * 5 + 11, 'png 5×5'],
    ['one row too few', [5, 5, 8, 0, 0], 4 * 6, 'logo-damaged'],
    ['one byte too many', [5, 5, 8, 0, 0], 5 * 6 + 1, 'logo-damaged'],
    ['a depth its colours cannot have', [5, 5, 4, 6, 0], 5 * 11, 'logo-damaged'],
    ['a palette that is not there', [5, 5, 8, 3, 0], 5 * 6, 'logo-damaged'],
    ['no width', [0, 5, 8, 0, 0], 5, 'logo-damaged'],
    ['more pixels than are shown', [2_049, 1, 8, 0, 0], 2_050, 'logo-too-many-pixels'],
    ['pixels that would fill the memory', [65_535, 65_535, 16, 6, 0], 64, 'logo-too-many-pixels'],
    ['rows that grow to 100 MB', [2_048, 1, 8, 0, 0], 100_000_000, 'logo-damaged'],
  ] as const)('with %s', (_name, header, rowBytes, expected) => {
    expect(outcome(pngOf(header, rowBytes))).toBe(expected);
  });

  it('with a chunk nobody may pass over, or a filter there is not, is damaged', () => {
    const strange = { type: 'JUNK', data: Buffer.alloc(4) };
    expect(outcome(pngOf([5, 5, 8, 0, 0], 30, [strange]))).toBe('logo-damaged');
    const chunks = (readChunks(pngOf([5, 5, 8, 0, 0], 30)) ?? []).map((chunk) =>
      chunk.type === 'IDAT' ? { ...chunk, data: deflateSync(Buffer.alloc(30, 9)) } : chunk,
    );
    expect(outcome(writeChunks(chunks))).toBe('logo-damaged');
  });

  it('cut off anywhere is damaged, and never more than that', () => {
    const wrong = Buffer.from(png);
    wrong.writeUInt8(wrong.readUInt8(wrong.length - 1) ^ 1, wrong.length - 1);
    expect(outcome(wrong), 'the checksum of the end').toBe('logo-damaged');
    for (const bytes of [png, jpeg]) {
      for (let length = 12; length < bytes.length; length += 97) {
        expect(outcome(bytes.subarray(0, length)), `${length}`).toBe('logo-damaged');
      }
      const flipped = Buffer.from(bytes);
      // The marker of the first table, and a byte of the first chunk.
      flipped[20] = (flipped[20] ?? 0) ^ 0xff;
      expect(outcome(flipped)).not.toMatch(/^png/);
    }
  });

  it('as JPEG with a huge frame, with two, or with endless scans, is not taken', () => {
    const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    const frame = jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2));
    const huge = Buffer.from(jpeg);
    huge.writeUInt16BE(65_500, at + 5);
    expect(outcome(huge)).toBe('logo-too-many-pixels');
    expect(outcome(Buffer.concat([jpeg.subarray(0, at), frame, jpeg.subarray(at)]))).toBe(
      'logo-damaged',
    );
    const scanAt = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    const scans = Array.from({ length: 65 }, () => jpeg.subarray(scanAt, -2));
    const end = jpeg.subarray(-2);
    expect(outcome(Buffer.concat([jpeg.subarray(0, scanAt), ...scans, end]))).toBe('logo-damaged');
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><img src=x onerror=alert(1)>'],
    ['a GIF', 'GIF89a'],
    ['nothing at all', ''],
  ])('is no %s', (_name, content) => {
    expect(readLogo(fileOf('logo.png', content))).toEqual({
      ok: false,
      failure: 'logo-not-an-image',
    });
  });

  it('is a file of a size somebody meant', () => {
    const large = fileOf('large.png', Buffer.concat([png, Buffer.alloc(524_288)]));
    expect(readLogo(large)).toMatchObject({ failure: 'logo-file-too-large' });
    expect(readLogo(join(folder, 'none.png'))).toMatchObject({ failure: 'logo-file-missing' });
    expect(readLogo(folder)).toMatchObject({ failure: 'logo-file-unreadable' });
  });
});

async function pixelsOf(bytes: Buffer): Promise<Uint8ClampedArray> {
  const image = await loadImage(bytes);
  const canvas = drawLogo();
  const context = canvas.getContext('2d');
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}
