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

test.each([200, 400, 620])('a code of %i characters is read in most frames', (length) => {
  const random = createRandom(length);
  const characters = Array.from({ length }, () => ALPHABET[Math.floor(random() * 44)]);
  const text = characters.join('');
  const results = Array.from(camera.frames(drawQrMatrix(text)), ([, picture]) => readQr(picture));
  const share = results.filter((result) => result === text).length / results.length;
  const wrong = results.filter((result) => result !== undefined && result !== text);
  process.stderr.write(`seed ${camera.seed}, ${length} characters: ${share * 100} % of frames\n`);
  expect(wrong).toEqual([]);
  expect(share).toBeGreaterThanOrEqual(0.7);
});

test('nothing is read in the empty hall', () => {
  const results = Array.from(camera.frames(undefined), ([, picture]) => readQr(picture));
  expect(results.filter((result) => result !== undefined)).toEqual([]);
});

test('holding up another code takes less than 400 ms', async () => {
  const code = drawQrMatrix('A'.repeat(400));
  await camera.show(code);
  const started = performance.now();
  await camera.show(code);
  expect(performance.now() - started).toBeLessThan(400);
});
