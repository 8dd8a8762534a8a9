/** Numbers from 0 (included) to 1 (excluded), the same series for the same seed. */
export type Random = () => number;

/** A small fast generator, good enough for pictures and repeatable by its seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
}

/** A table of bell-shaped noise around 0 with the given standard deviation, in luma steps. */
export function createNoiseTable(random: Random, length: number, deviation: number): Int8Array {
  const table = new Int8Array(length);
  for (let index = 0; index < length; index += 1) {
    // The sum of four even draws is close to a bell; its own deviation is the root of 1/3.
    const sum = random() + random() + random() + random() - 2;
    table[index] = Math.round(sum * deviation * Math.sqrt(3));
  }
  return table;
}
