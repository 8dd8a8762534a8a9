import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readLogo } from '../../electron/logo/read-logo.ts';
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

function outcome(bytes: Buffer | string): string {
  const read = readLogo(fileOf('logo.png', bytes));
  return read.ok ? `${read.value.type} ${read.value.width}×${read.value.height}` : read.failure;
}

/** The PNG with another width in its header, whatever its rows hold. */
function pngOfWidth(width: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  return changed;
}

/** The JPEG with another height in its frame. */
function jpegOfHeight(height: number): Buffer {
  const changed = Buffer.from(jpeg);
  changed.writeUInt16BE(height, jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5);
  return changed;
}

describe('a logo', () => {
  it('is taken as PNG or JPEG, whatever its name says', () => {
    expect(outcome(png)).toBe('png 480×320');
    expect(outcome(jpeg)).toBe('jpeg 480×320');
  });

  it('crosses to the page as one address the contract lets through', () => {
    const shown = showHallLogo(fileOf('logo.jpg', jpeg));
    expect(v.is(HallLogoSchema, shown)).toBe(true);
    expect(shown?.address).toBe(`data:image/jpeg;base64,${jpeg.toString('base64')}`);
    expect(showHallLogo(undefined)).toBeNull();
    expect(showHallLogo(fileOf('logo.svg', '<svg/>'))).toBeNull();
    for (const address of ['data:image/svg+xml;base64,AAAA', 'https://hall.example/logo.png']) {
      expect(v.is(HallLogoSchema, { address, width: 1, height: 1 })).toBe(false);
    }
  });

  it.each([
    ['as wide as is shown', pngOfWidth(2_048), 'png 2048×320'],
    ['wider than is shown', pngOfWidth(2_049), 'logo-too-many-pixels'],
    ['that would fill the memory', pngOfWidth(0x7fff_ffff), 'logo-too-many-pixels'],
    ['without any width', pngOfWidth(0), 'logo-damaged'],
    ['as JPEG higher than is shown', jpegOfHeight(65_500), 'logo-too-many-pixels'],
    ['as JPEG without any height', jpegOfHeight(0), 'logo-damaged'],
    ['as a JPEG of nothing but its beginning', Buffer.from([0xff, 0xd8, 0xff]), 'logo-damaged'],
  ] as const)('%s', (_name, bytes, expected) => {
    expect(outcome(bytes)).toBe(expected);
  });

  it('that was cut off anywhere is damaged, and never more than that', () => {
    for (const bytes of [png, jpeg]) {
      for (let length = 12; length < bytes.length - 8; length += 97) {
        expect(outcome(bytes.subarray(0, length)), `${length}`).toBe('logo-damaged');
      }
    }
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><img src=x onerror=alert(1)>'],
    ['a GIF', 'GIF89a'],
    ['nothing at all', ''],
  ])('is no %s', (_name, content) => {
    expect(outcome(content)).toBe('logo-not-an-image');
  });

  it('is a file of a size somebody meant', () => {
    expect(outcome(Buffer.concat([png, Buffer.alloc(524_288)]))).toBe('logo-file-too-large');
    expect(readLogo(join(folder, 'none.png'))).toMatchObject({ failure: 'logo-file-missing' });
    expect(readLogo(folder)).toMatchObject({ failure: 'logo-file-unreadable' });
  });
});
