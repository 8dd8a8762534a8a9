/**
 * SM3 hash, 32 bytes. Source: GB/T 32905-2016.
 * Our own because Electron's crypto library has no SM3 and the curve library below it no Chinese hash.
 */

const INITIAL = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;
const BLOCK_BYTES = 64;
const ROUNDS = 64;

function rotate(word: number, bits: number): number {
  return (word << (bits & 31)) | (word >>> ((32 - bits) & 31));
}

// §4.3, rotated in advance for each round.
const ROUND_CONSTANTS = Int32Array.from({ length: ROUNDS }, (_, round) =>
  rotate(round < 16 ? 0x79cc4519 : 0x7a879d8a, round % 32),
);

/** Hash of a message of any length below 2^53 bits. */
export function sm3(message: Uint8Array): Uint8Array {
  const state = Int32Array.from(INITIAL);
  const words = new Int32Array(68);
  const padded = pad(message);
  const view = new DataView(padded.buffer);
  for (let offset = 0; offset < padded.length; offset += BLOCK_BYTES) {
    expand(view, offset, words);
    compress(state, words);
  }
  const digest = new Uint8Array(32);
  const output = new DataView(digest.buffer);
  state.forEach((word, index) => {
    output.setInt32(index * 4, word);
  });
  return digest;
}

// §5.2: a one bit, zeros, and the length in bits in the last eight bytes.
function pad(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((message.length + 9) / BLOCK_BYTES);
  const padded = new Uint8Array(blocks * BLOCK_BYTES);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return padded;
}

// §5.3.2.
function expand(view: DataView, offset: number, words: Int32Array): void {
  for (let index = 0; index < 16; index++) words[index] = view.getInt32(offset + index * 4);
  for (let index = 16; index < 68; index++) {
    const mixed =
      word(words, index - 16) ^ word(words, index - 9) ^ rotate(word(words, index - 3), 15);
    const permuted = mixed ^ rotate(mixed, 15) ^ rotate(mixed, 23);
    words[index] = permuted ^ rotate(word(words, index - 13), 7) ^ word(words, index - 6);
  }
}

function word(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

// §5.3.3; the letters are those of the standard.
function compress(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < ROUNDS; round++) {
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + word(ROUND_CONSTANTS, round)) | 0, 7);
    const ss2 = ss1 ^ a12;
    const early = round < 16;
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const tt1 = (ff + d + ss2 + (word(words, round) ^ word(words, round + 4))) | 0;
    const tt2 = (gg + h + ss1 + word(words, round)) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  const mixed = [a, b, c, d, e, f, g, h];
  mixed.forEach((value, index) => {
    state[index] = word(state, index) ^ value;
  });
}
