/** A random source whose sequence its seed fixes: numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** Mulberry32: small, fast and good enough to choose mutations; never used for keys. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const FOREIGN = 'abcß字\u0000\ud800é#"';

type Mutation = (text: string, random: Random) => string;

const MUTATIONS: readonly Mutation[] = [
  replaceCharacter(ALPHABET),
  replaceCharacter(ALPHABET),
  replaceCharacter(FOREIGN),
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => text.slice(place(text, random)),
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 4));
  },
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at - 9, at) + text.slice(at);
  },
  (text, random) =>
    `PCC1:${Array.from({ length: random() * 500 }, () => pick(ALPHABET, random)).join('')}${text.slice(600)}`,
];

/** A text with one to three things changed in it. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  const changes = 1 + Math.floor(random() * 3);
  for (let change = 0; change < changes; change++) {
    const mutation = MUTATIONS[Math.floor(random() * MUTATIONS.length)];
    mutated = mutation?.(mutated, random) ?? mutated;
  }
  return mutated;
}

function replaceCharacter(alphabet: string): Mutation {
  return (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + pick(alphabet, random) + text.slice(at + 1);
  };
}

function place(text: string, random: Random): number {
  return Math.floor(random() * text.length);
}

function pick(characters: string, random: Random): string {
  return characters.charAt(Math.floor(random() * characters.length));
}
