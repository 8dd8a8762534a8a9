import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalBytes, parseStrictJson } from '../../electron/trust/tuf-json.ts';
import { verifyRepositoryFolder } from '../../electron/trust/verify-repository.ts';
import { TRUST_FAILURES } from '../../shared/trust/trust-failure-codes.ts';
import { type Random, seededRandom } from '../world/seeded-random.ts';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { TEST_NOW } from '../world/test-world.ts';

const CHANGES_PER_FILE = 240;

let folder: string;
let office: TestRepository;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-fuzz-'));
  office = makeTestRepository(folder, { listSize: 1_024 });
  office.rotateRoot(1);
  office.withdraw(5);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Mutation = (bytes: Buffer, random: Random) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(at + 1 + Math.floor(random() * 8)),
    ]);
  },
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    const tokens = [
      '{',
      '[',
      '"',
      ',',
      '0',
      '-1',
      'null',
      '{}',
      '[]',
      '\\u0000',
      '1e999',
      '\ud800',
    ];
    const token = Buffer.from(tokens[Math.floor(random() * tokens.length)] ?? '');
    return Buffer.concat([bytes.subarray(0, at), token, bytes.subarray(at)]);
  },
];

/** Milliseconds of processor time since then; unlike time on the clock a busy machine does not add to it. */
function workedMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

describe('a repository with any damage', () => {
  it('is verified with the same meaning, or refused with a code, and never takes long', async () => {
    const { repositoryFolder, rootJson } = office;
    const request = { rootJson, now: TEST_NOW };
    const intact = await verifyRepositoryFolder({ ...request, folder: repositoryFolder });
    if (!intact.ok) throw new Error(intact.failure.code);
    const copy = join(folder, 'copy');
    cpSync(repositoryFolder, copy, { recursive: true });
    const random = seededRandom(20_261_124);
    const codes = new Map<string, number>();
    for (const file of intact.value.usedPaths) {
      const original = readFileSync(join(copy, file));
      for (let change = 0; change < CHANGES_PER_FILE; change++) {
        const mutate = MUTATIONS[change % MUTATIONS.length] ?? ((bytes) => bytes);
        writeFileSync(join(copy, file), mutate(Buffer.from(original), random));
        const before = process.threadCpuUsage();
        const found = await verifyRepositoryFolder({ ...request, folder: copy });
        expect(workedMs(before)).toBeLessThan(2_000);
        const code = found.ok ? 'verified' : found.failure.code;
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (found.ok) expect(found.value.files).toEqual(intact.value.files);
        else expect(TRUST_FAILURES).toContain(code);
      }
      writeFileSync(join(copy, file), original);
    }
    console.info(`damaged repositories: ${JSON.stringify(Object.fromEntries(codes))}`);
  }, 120_000);
});

describe('JSON as metadata may hold it', () => {
  it('is brought into the same canonical form as by the reference', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false, maxDepth: 5 }), (text) => {
        const parsed = parseStrictJson(new TextEncoder().encode(text));
        if (parsed === undefined) return;
        expect(new TextDecoder().decode(canonicalBytes(parsed))).toBe(canonicalize(parsed));
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it.each([
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice, spelt in two ways', '{"a":1,"\\u0061":2}'],
    ['a key twice, far inside', '[[{"b":[{"x":1,"y":{},"x":1}]}]]'],
    ['a prototype', '{"__proto__":{}}'],
    ['a fraction', '{"a":1.5}'],
    ['a number that does not fit', '{"a":9007199254740992}'],
    ['an endless number', '{"a":1e999}'],
    ['half a character', '{"a":"\\ud800"}'],
    ['half a character in a key', '{"\\udfff":1}'],
    ['deep nesting', `${'['.repeat(17)}${']'.repeat(17)}`],
    ['very deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a byte order mark', '\ufeff{}'],
    ['something behind it', '{} {}'],
  ])('is refused with %s', (_, text) => {
    expect(parseStrictJson(new TextEncoder().encode(text))).toBeUndefined();
  });

  it.each([
    ['the same key side by side', '[{"a":1},{"a":1}]'],
    ['the same key one inside the other', '{"a":{"a":1}}'],
    ['braces and colons in texts', '{"a":"{\\"b\\":1,\\"b\\":[[[","c:":"\\\\"}'],
    ['a text like a key', '{"a":"b","b":"a"}'],
  ])('may have %s', (_, text) => {
    expect(parseStrictJson(new TextEncoder().encode(text))).toEqual(JSON.parse(text));
  });

  it('takes time in proportion to its length, whatever it holds', () => {
    const hostile = ['"', '\\"', '{"', '[', '\\', '"":', '{"a":'].map((part) =>
      part.repeat(50_000),
    );
    const texts = [...hostile, `"${'\\"'.repeat(120_000)}"`, `{"${'a'.repeat(250_000)}":1}`];
    const before = process.threadCpuUsage();
    for (const text of texts) parseStrictJson(new TextEncoder().encode(text));
    expect(workedMs(before)).toBeLessThan(1_000);
  });
});
