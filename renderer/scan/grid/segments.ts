const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Reads the text out of a code's data (ISO/IEC 18004:2015 §7.4); `undefined` when it makes no sense. */
export function textOf(data: Uint8Array, version: number): string | undefined {
  const bits = bitReader(data);
  const sizeClass = version < 10 ? 0 : version < 27 ? 1 : 2;
  let text = '';
  while (bits.left() >= 4) {
    const mode = bits.take(4);
    if (mode === 0) break;
    const part = readSegment(bits, mode, sizeClass);
    if (part === undefined) return undefined;
    text += part;
  }
  return text;
}

interface Bits {
  readonly left: () => number;
  readonly take: (count: number) => number;
}

function bitReader(data: Uint8Array): Bits {
  let position = 0;
  return {
    left: () => data.length * 8 - position,
    take: (count) => {
      let value = 0;
      for (let index = 0; index < count; index += 1) {
        const byte = data[position >> 3] ?? 0;
        value = value * 2 + ((byte >> (7 - (position & 7))) & 1);
        position += 1;
      }
      return value;
    },
  };
}

/** The modes a certificate or a link can use; any other one is left to the engines. */
function readSegment(bits: Bits, mode: number, sizeClass: 0 | 1 | 2): string | undefined {
  switch (mode) {
    case 1:
      return readNumeric(bits, bits.take([10, 12, 14][sizeClass] ?? 10));
    case 2:
      return readAlphanumeric(bits, bits.take([9, 11, 13][sizeClass] ?? 9));
    case 4:
      return readBytes(bits, bits.take(sizeClass === 0 ? 8 : 16));
    default:
      return undefined;
  }
}

function readNumeric(bits: Bits, length: number): string | undefined {
  if (bits.left() < Math.floor((length * 10) / 3)) return undefined;
  let text = '';
  for (let left = length; left > 0; left -= 3) {
    const digits = Math.min(3, left);
    text += String(bits.take(digits * 3 + 1)).padStart(digits, '0');
  }
  return text;
}

function readAlphanumeric(bits: Bits, length: number): string | undefined {
  if (bits.left() < Math.floor((length * 11) / 2)) return undefined;
  let text = '';
  for (let left = length; left > 0; left -= 2) {
    const pair = bits.take(left > 1 ? 11 : 6);
    const first = left > 1 ? Math.floor(pair / 45) : pair;
    if (first >= 45) return undefined;
    text += ALPHANUMERIC[first] ?? '';
    if (left > 1) text += ALPHANUMERIC[pair % 45] ?? '';
  }
  return text;
}

function readBytes(bits: Bits, length: number): string | undefined {
  if (bits.left() < length * 8) return undefined;
  return new TextDecoder().decode(Uint8Array.from({ length }, () => bits.take(8)));
}
