import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawQrMatrix } from '../../build/virtual-camera/qr-matrix.ts';
import { createRandom } from '../../build/virtual-camera/seeded-random.ts';
import { VirtualCamera } from '../../build/virtual-camera/virtual-camera.ts';
import { readQr } from './read-qr.ts';

/**
 * The virtual camera has to be bad enough to mean something and good enough to be read: this
 * counts how many of its frames the kiosk's engine reads.
 */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./:';
let folder = '';
let camera: VirtualCamera;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'camera-'));
  camera = await VirtualCamera.create(join(folder, 'camera.y4m'));
});

afterAll(async () => {
  await camera.close();
  await rm(folder, { recursive: true });
});

test.each([200, 400, 620])('codes of %i characters are read in most frames', (length) => {
  // Some patterns of modules are harder for the engine than others, so several are tried.
  const texts = [1, 2, 3, 4].map((seed) => randomText(length, seed));
  const results = texts.flatMap((text) =>
    camera.frames(drawQrMatrix(text)).map((picture) => ({ text, read: readQr(picture) })),
  );
  const right = results.filter(({ text, read }) => read === text).length;
  const share = Math.round((100 * right) / results.length);
  process.stderr.write(`seed ${camera.seed}, ${length} characters: ${share} % of frames\n`);
  expect(results.filter(({ text, read }) => read !== undefined && read !== text)).toEqual([]);
  expect(share).toBeGreaterThanOrEqual(70);
});

test('nothing is read in the empty hall', () => {
  const results = camera.frames(undefined).map(readQr);
  expect(results.filter((result) => result !== undefined)).toEqual([]);
});

function randomText(length: number, seed: number): string {
  const random = createRandom(length + seed);
  return Array.from({ length }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
}
