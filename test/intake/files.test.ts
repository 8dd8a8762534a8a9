import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRandom } from '../../build/virtual-camera/seeded-random.ts';
import { createFileReader } from '../../electron/intake/file-reader.ts';
import { startNodeReader } from '../../electron/intake/start-node-reader.ts';
import { writePdf } from '../command-line/pdf-file.ts';
import { drawPicture } from '../command-line/picture-file.ts';
import { makeHostileFiles } from './hostile-files.ts';
import { writeOfd } from './ofd-file.ts';

// The bounds are those of the product; a machine that is busy with others waits longer for them.
vi.setConfig({ testTimeout: 120_000 });

const reader = createFileReader(startNodeReader);
afterAll(() => reader.close());

const A = 'PCC1:A';
const B = 'PCC1:B';

async function read(bytes: Uint8Array) {
  const answer = await reader.read(bytes);
  if (!answer.ok) return answer.failure;
  const codes = answer.value.codes.map(({ text, place }) => [
    text.trim(),
    place.page ?? place.line,
  ]);
  return { codes, notices: answer.value.notices };
}

describe('an OFD file', () => {
  let pictureA: Uint8Array;
  let pictureB: Uint8Array;
  beforeAll(async () => {
    pictureA = await drawPicture([A], 'image/png');
    pictureB = await drawPicture([B], 'image/jpeg', { degrees: 90 });
  });

  it('gives the codes of its pictures with their pages, in order', async () => {
    const ofd = writeOfd([{ pictures: [pictureB] }, { pictures: [] }, { pictures: [pictureA] }]);
    expect(await read(ofd)).toEqual({
      codes: [
        [B, 1],
        [A, 3],
      ],
      notices: [],
    });
  });

  it('is read where no page names the picture, and says what was damaged', async () => {
    const stray = writeOfd([], { 'Doc_0/Res/stamp.png': pictureA });
    expect(await read(stray)).toEqual({ codes: [[A, undefined]], notices: [] });
    const half = writeOfd([{ pictures: [pictureA.subarray(0, 60), pictureB] }]);
    expect(await read(half)).toEqual({ codes: [[B, 1]], notices: ['parts-damaged'] });
  });

  it('cannot name files outside of itself', async () => {
    const climbing = { '../../outside.png': pictureA, '/etc/passwd': new Uint8Array([1]) };
    expect(await read(writeOfd([{ pictures: [pictureB] }], climbing))).toEqual({
      codes: [[B, 1]],
      notices: [],
    });
  });
});

describe('a text file', () => {
  it('gives the certificates in it with their lines', async () => {
    const lines = new TextEncoder().encode(`note\r\n${A}\r\n\r\n${B}\n${A}\n`);
    expect(await read(lines)).toEqual({
      codes: [
        [A, 2],
        [B, 4],
      ],
      notices: [],
    });
  });
});

describe('a hostile file', () => {
  it('is answered with words, whatever it asks for, and the next one is read', async () => {
    const picture = await drawPicture([A], 'image/png');
    const answers: (readonly [string, unknown])[] = [];
    let turns = 0;
    const counter = setInterval(() => {
      turns += 1;
    }, 10);
    for (const { name, bytes, answers: fair } of await makeHostileFiles()) {
      const answer = await read(bytes);
      answers.push([name, fair.some((code) => code === answer) || answer]);
      expect(bytes.length).toBeLessThan(8 * 1_048_576);
    }
    clearInterval(counter);
    // This process was free to answer others all the while.
    expect(turns).toBeGreaterThan(100);
    expect(answers.filter(([, isFair]) => isFair !== true)).toEqual([]);
    expect(await read(picture)).toEqual({ codes: [[A, undefined]], notices: [] });
  });
});

const SEED = 20_261_125;

describe(`a damaged file (seed ${SEED})`, () => {
  it('of any kind, cut or with bytes changed, ends with codes or with words', async () => {
    const random = createRandom(SEED);
    const picture = await drawPicture([A], 'image/png', { width: 300, height: 300 });
    const whole = [
      picture,
      await drawPicture([A], 'image/jpeg', { width: 300, height: 300 }),
      await drawPicture([A], 'image/webp', { width: 300, height: 300 }),
      writePdf([{ codes: [A] }]),
      Buffer.from(writeOfd([{ pictures: [picture] }])),
    ];
    const failures: unknown[] = [];
    for (const bytes of whole) {
      for (let round = 0; round < 6; round++) {
        const answer = await read(damage(bytes, random, round));
        if (answer === 'reader-failed' || answer === 'unreadable') failures.push([round, answer]);
      }
    }
    expect(failures).toEqual([]);
  });
});

function damage(bytes: Uint8Array, random: () => number, round: number): Uint8Array {
  if (round < 2) return bytes.subarray(0, Math.floor(random() * bytes.length));
  const damaged = Uint8Array.from(bytes);
  for (let count = 0; count < 4 ** (round - 2); count++) {
    damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
  }
  return damaged;
}
