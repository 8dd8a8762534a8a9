/** GF(256) with x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004:2015 §7.5.2). */
const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  EXP[power + 255] = value;
  LOG[value] = power;
  value = value & 0x80 ? (value << 1) ^ 0x11d : value << 1;
}

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0);
}

function divide(a: number, b: number): number {
  return a === 0 ? 0 : (EXP[(LOG[a] ?? 0) + 255 - (LOG[b] ?? 0)] ?? 0);
}

function power(exponent: number): number {
  return EXP[((exponent % 255) + 255) % 255] ?? 0;
}

/** What of a block is to be distrusted, and how much of its redundancy is to be left over. */
export interface Repair {
  /** Codewords of the block that are checks. */
  readonly checks: number;
  /** Positions whose values are not believed at all; they cost half as much as a wrong one. */
  readonly erased: readonly number[];
  /** Checks that must stay unused, so that chance cannot turn noise into a text. */
  readonly spare: number;
}

/** The block as it was written, or `undefined` when too much of it is wrong. */
export function repairBlock(block: Uint8Array, repair: Repair): Uint8Array | undefined {
  const { checks, erased, spare } = repair;
  const syndromes = syndromesOf(block, checks);
  if (syndromes.every((syndrome) => syndrome === 0)) return block;
  const locator = locatorOf(syndromes, block.length, erased);
  const degree = degreeOf(locator);
  // An erasure costs one check, an error two.
  if (2 * degree - erased.length > checks - spare) return undefined;
  const places = rootsOf(locator, block.length);
  if (places.length !== degree) return undefined;
  const repaired = correct(block, { syndromes, locator, places });
  return syndromesOf(repaired, checks).every((syndrome) => syndrome === 0) ? repaired : undefined;
}

function syndromesOf(block: Uint8Array, checks: number): Uint8Array {
  const syndromes = new Uint8Array(checks);
  for (let index = 0; index < checks; index += 1) {
    let sum = 0;
    for (const value of block) sum = multiply(sum, EXP[index] ?? 0) ^ value;
    syndromes[index] = sum;
  }
  return syndromes;
}

/** Berlekamp and Massey's algorithm, begun with the places that are known to be wrong. */
function locatorOf(syndromes: Uint8Array, length: number, erased: readonly number[]): Uint8Array {
  const size = syndromes.length + 1;
  let locator = new Uint8Array(size);
  locator[0] = 1;
  for (const place of erased) {
    const root = power(length - 1 - place);
    for (let index = size - 1; index > 0; index -= 1) {
      locator[index] = (locator[index] ?? 0) ^ multiply(root, locator[index - 1] ?? 0);
    }
  }
  let helper = locator.slice();
  let errors = erased.length;
  for (let step = erased.length + 1; step < size; step += 1) {
    let discrepancy = 0;
    for (let index = 0; index < step; index += 1) {
      discrepancy ^= multiply(locator[index] ?? 0, syndromes[step - index - 1] ?? 0);
    }
    const shifted = new Uint8Array(size);
    shifted.set(helper.subarray(0, size - 1), 1);
    helper = shifted;
    if (discrepancy === 0) continue;
    const next = locator.map((value, index) => value ^ multiply(discrepancy, shifted[index] ?? 0));
    if (2 * errors <= step + erased.length - 1) {
      errors = step + erased.length - errors;
      helper = locator.map((value) => divide(value, discrepancy));
    }
    locator = next;
  }
  return locator;
}

function degreeOf(polynomial: Uint8Array): number {
  let degree = polynomial.length - 1;
  while (degree > 0 && polynomial[degree] === 0) degree -= 1;
  return degree;
}

function rootsOf(locator: Uint8Array, length: number): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < length; place += 1) {
    if (valueAt(locator, power(-(length - 1 - place))) === 0) places.push(place);
  }
  return places;
}

function valueAt(polynomial: Uint8Array, x: number): number {
  let sum = 0;
  for (let index = polynomial.length - 1; index >= 0; index -= 1) {
    sum = multiply(sum, x) ^ (polynomial[index] ?? 0);
  }
  return sum;
}

interface Errors {
  readonly syndromes: Uint8Array;
  readonly locator: Uint8Array;
  readonly places: readonly number[];
}

/** Forney's algorithm: how much each wrong codeword is off. */
function correct(block: Uint8Array, { syndromes, locator, places }: Errors): Uint8Array {
  const evaluator = new Uint8Array(syndromes.length);
  for (let index = 0; index < evaluator.length; index += 1) {
    for (let part = 0; part <= index; part += 1) {
      const term = multiply(syndromes[index - part] ?? 0, locator[part] ?? 0);
      evaluator[index] = (evaluator[index] ?? 0) ^ term;
    }
  }
  // In this field the derivative keeps the odd powers only.
  const derivative = locator.map((_, index) => (index % 2 === 0 ? (locator[index + 1] ?? 0) : 0));
  const repaired = block.slice();
  for (const place of places) {
    const exponent = block.length - 1 - place;
    const inverse = power(-exponent);
    const slope = valueAt(derivative, inverse);
    if (slope === 0) return block;
    const off = multiply(power(exponent), divide(valueAt(evaluator, inverse), slope));
    repaired[place] = (repaired[place] ?? 0) ^ off;
  }
  return repaired;
}
