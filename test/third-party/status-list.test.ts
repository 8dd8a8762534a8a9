import { expect, it } from 'vitest';
import { decodeSign1, type Sign1Rules } from '../../shared/certificate/cose-sign1.ts';
import {
  decodeStatuses,
  decodeStatusListClaims,
  type PackedStatuses,
  packedStatusAt,
} from '../../shared/trust/status-list.ts';
import { describeThirdParty, fromHex } from './third-party-data.ts';

/** The list of the draft's long examples (its appendix, "Test vectors"): all zero but these. */
const LONG_1 = [0, 1993, 25460, 159495, 495669, 554353, 645645, 723232, 854545, 934534, 1000345];
const LONG_2: readonly (readonly [number, number])[] = [
  [0, 1],
  [1993, 2],
  [25460, 1],
  [159495, 3],
  [495669, 1],
  [554353, 1],
  [645645, 2],
  [723232, 1],
  [854545, 1],
  [934534, 2],
  [1000345, 3],
];
const LONG_4: readonly (readonly [number, number])[] = [
  [0, 1],
  [1993, 2],
  [35460, 3],
  [459495, 4],
  [595669, 5],
  [754353, 6],
  [845645, 7],
  [923232, 8],
  [924445, 9],
  [934534, 10],
  [1000345, 12],
  [1004534, 11],
  [1030203, 13],
  [1030204, 14],
  [1030205, 15],
];
const LONG_SIZE = 2 ** 20;

describeThirdParty('status-list', (folder) => {
  it('short, 1 bit: every status of the byte array beside it', () => {
    const statuses = readStatuses('status_list_encoding_cbor.md');
    expect([...statuses.bytes]).toEqual(byteArrayIn('status_list_encoding_cbor.md'));
    expect(all(statuses)).toEqual([1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]);
  });

  it('short, 2 bits', () => {
    const statuses = readStatuses('status_list_encoding2_cbor.md');
    expect([...statuses.bytes]).toEqual(byteArrayIn('status_list_encoding2_cbor.md'));
    expect(all(statuses)).toEqual([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]);
  });

  it('long, 1 bit: a million statuses, these set', () => {
    expect(notZero(readStatuses('status_list_encoding1_long_cbor.md'))).toEqual(
      LONG_1.map((index) => [index, 1]),
    );
  });

  it('long, 2 bits', () => {
    expect(notZero(readStatuses('status_list_encoding2_long_cbor.md'))).toEqual(LONG_2);
  });

  it('long, 4 bits', () => {
    expect(notZero(readStatuses('status_list_encoding4_cbor.md'))).toEqual(LONG_4);
  });

  it('long, 8 bits: each status but zero stands in it once, one byte each', () => {
    const statuses = readStatuses('status_list_encoding8_cbor.md');
    const found = notZero(statuses);
    const numbers = found.map(([, status]) => status ?? 0).sort((left, right) => left - right);
    expect(numbers).toEqual(Array.from({ length: 255 }, (_, index) => index + 1));
    expect(found.every(([index, status]) => statuses.bytes[index] === status)).toBe(true);
    expect(packedStatusAt(statuses, 52_451)).toBe(1);
  });

  it('no status behind the end of a list', () => {
    const statuses = readStatuses('status_list_encoding2_cbor.md');
    expect(packedStatusAt(statuses, 12)).toBeUndefined();
    expect(packedStatusAt(statuses, -1)).toBeUndefined();
  });

  it('the token: its claims and its list', () => {
    const bytes = fromHex(hexIn('status_list_cwt.md'));
    const message = decodeSign1(bytes, TOKEN_RULES);
    if (!message.ok) throw new Error(message.failure);
    expect(message.value.type).toBe('application/statuslist+cwt');
    const claims = decodeStatusListClaims(message.value.payload);
    if (!claims.ok) throw new Error(claims.failure);
    expect(claims.value.subject).toBe('https://example.com/statuslists/1');
    expect(claims.value.issuedAt).toBe(1_686_920_170);
    expect(claims.value.statuses).toEqual(readStatuses('status_list_encoding_cbor.md'));
  });

  it('the token differs from ours: its kid is not signed and not 8 bytes', () => {
    const bytes = fromHex(hexIn('status_list_cwt.md'));
    const stricter = [
      { unprotectedHeader: 'empty' },
      { kidLength: 8 },
      // One label too few, one too many.
      { protectedLabels: [1] },
      { protectedLabels: [1, 4, 16] },
    ] as const;
    for (const rule of stricter) {
      expect(decodeSign1(bytes, { ...TOKEN_RULES, ...rule }).ok).toBe(false);
    }
  });

  function hexIn(file: string): string {
    return folder
      .text(file)
      .split('\n')
      .filter((line) => /^[0-9a-f]+$/.test(line.trim()))
      .join('');
  }

  function byteArrayIn(file: string): readonly number[] {
    const [, list = ''] = /\[(.*)\]/.exec(folder.text(file)) ?? [];
    return list.split(',').map(Number);
  }

  function readStatuses(file: string): PackedStatuses {
    const statuses = decodeStatuses(fromHex(hexIn(file)));
    if (!statuses.ok) throw new Error(`${file}: ${statuses.failure}`);
    return statuses.value;
  }
});

const TOKEN_RULES: Sign1Rules = {
  protectedLabels: [1, 16],
  unprotectedHeader: 'any',
  tag: 'required',
  kidLength: 'any',
};

function all(statuses: PackedStatuses): readonly (number | undefined)[] {
  const count = (statuses.bytes.length * 8) / statuses.bits;
  return Array.from({ length: count }, (_, index) => packedStatusAt(statuses, index));
}

function notZero(statuses: PackedStatuses): readonly (readonly [number, number | undefined])[] {
  const found = all(statuses);
  expect(found).toHaveLength(LONG_SIZE);
  return found.flatMap((status, index) => (status === 0 ? [] : [[index, status] as const]));
}
