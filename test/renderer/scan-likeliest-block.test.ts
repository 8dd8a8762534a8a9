import { describe, expect, it } from 'vitest';
import { likeliestBlock } from '../../renderer/scan/grid/likeliest-block.ts';
import { repairBlock } from '../../renderer/scan/grid/reed-solomon.ts';
import { seededRandom } from '../world/seeded-random.ts';

const random = seededRandom(20_261_128);

/** As many bits are wrong, and so sure, as where light and noise add up. */
function noise(): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function blockOf(data: number, checks: number): Uint8Array {
  const block = Uint8Array.from({ length: data + checks }, (_, index) =>
    index < data ? Math.floor(256 * random()) : 0,
  );
  const erased = Array.from({ length: checks }, (_, index) => data + index);
  const whole = repairBlock(block, { checks, erased, spare: 0 });
  if (whole === undefined) throw new Error('no checks');
  return whole;
}

function bitsOf(block: Uint8Array, noisiness: number): Float32Array {
  return Float32Array.from({ length: 8 * block.length }, (_, bit) => {
    const isSet = ((block[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
    return (isSet ? 1 : -1) + noisiness * noise();
  });
}

function hard(bits: Float32Array): Uint8Array {
  return Uint8Array.from({ length: bits.length / 8 }, (_, index) =>
    bits
      .subarray(8 * index, 8 * index + 8)
      .reduce((value, bit) => 2 * value + (bit > 0 ? 1 : 0), 0),
  );
}

const ROUNDS = 50;

/** How many of the rounds give the right block, here and with codewords repaired; a wrong one ends the test. */
function countRight(noisiness: number, { data, checks }: { data: number; checks: number }) {
  const right = { likeliest: 0, repaired: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const block = blockOf(data, checks);
    const bits = bitsOf(block, noisiness);
    if (repairBlock(hard(bits), { checks, erased: [], spare: 0 }) !== undefined)
      right.repaired += 1;
    const likeliest = likeliestBlock({ bits, checks });
    if (likeliest === undefined) continue;
    expect(likeliest).toEqual(block);
    right.likeliest += 1;
  }
  return right;
}

describe('the likeliest block', () => {
  // A noisiness of 0.6 turns one bit in twenty over, and so one codeword in three.
  it.each([
    ['of a certificate', { data: 36, checks: 22 }],
    ['of a large code', { data: 45, checks: 30 }],
    ['of a small code', { data: 27, checks: 16 }],
  ])('%s is the right one where a codeword in three is wrong', (_name, shape) => {
    const { likeliest, repaired } = countRight(0.6, shape);
    expect(likeliest).toBeGreaterThan(0.75 * ROUNDS);
    expect(repaired).toBeLessThan(0.25 * ROUNDS);
  });

  it('is the right one where a quarter is burnt out, and some of the rest wrong', () => {
    const block = blockOf(36, 22);
    const bits = bitsOf(block, 0.4).map((bit, index) => (index < 116 ? 0.01 * noise() : bit));
    expect(likeliestBlock({ bits, checks: 22 })).toEqual(block);
  });

  it('is none in noise, however even it is', () => {
    for (let round = 0; round < 300; round += 1) {
      const bits = Float32Array.from({ length: 464 }, () =>
        random() < 0.5 ? -1 - 0.3 * random() : 1 + 0.3 * random(),
      );
      expect(likeliestBlock({ bits, checks: 22 })).toBeUndefined();
    }
  });

  it('is none where there is nothing to see, or no number', () => {
    for (const value of [0, Number.NaN, Number.POSITIVE_INFINITY]) {
      const bits = new Float32Array(464).fill(value);
      expect(likeliestBlock({ bits, checks: 22 })).toBeUndefined();
    }
  });
});
