import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../shared/bytes.ts';
import { assembleTrustBundle, type TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { VERDICT_CODES, VerdictSchema } from '../../shared/verify/verdict.ts';
import { type VectorCase, VectorFile } from '../vectors/vector-file.ts';
import { jsonBytes } from '../world/test-world.ts';

const vectors = v.parse(
  VectorFile,
  JSON.parse(readFileSync(join('test', 'vectors', 'verdicts.json'), 'utf8')),
);
const bundle = loadBundle();

function loadBundle(): TrustBundle {
  const { issuers, policy, statusLists, currentAsOf } = vectors.bundle;
  const lists = Object.entries(statusLists).map(
    ([name, base64]) => [name, fromBase64(base64) ?? new Uint8Array()] as const,
  );
  const files = {
    issuers: jsonBytes(issuers),
    policy: jsonBytes(policy),
    statusLists: new Map(lists),
    currentAsOf,
  };
  const assembled = assembleTrustBundle(files, 0);
  if (!assembled.ok) throw new Error('the vectors have no usable bundle');
  return assembled.value;
}

function judge(vector: VectorCase) {
  const { hall, lastScanAt, recentlyPresented } = vector;
  return checkScan(vector.text, vector.withoutTrust ? undefined : bundle, vector.at, {
    ...(hall === undefined ? {} : { id: hall }),
    ...(lastScanAt === undefined ? {} : { lastScanAt }),
    ...(recentlyPresented === undefined ? {} : { recentlyPresented: new Set(recentlyPresented) }),
  });
}

describe('the released vectors', () => {
  it.each(vectors.cases.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
    const verdict = judge(vector);
    const { outcome, code, notes } = verdict;
    const kind = verdict.outcome === 'not-a-certificate' ? { kind: verdict.kind } : {};
    const services = verdict.outcome === 'accepted' ? verdict.services : undefined;
    const open = services && {
      open: services.filter((service) => service.open).map(({ id }) => id),
    };
    expect({ outcome, code, notes, ...kind, ...open }).toEqual(vector.expected);
  });

  it('reach every verdict code', () => {
    const reached = new Set(vectors.cases.map(({ expected }) => expected.code));
    const all = Object.values(VERDICT_CODES).flat();
    expect(all.filter((code) => !reached.has(code))).toEqual([]);
  });

  it('all give a verdict that may cross to the screen', () => {
    for (const vector of vectors.cases) {
      expect(v.safeParse(VerdictSchema, judge(vector)).issues).toBeUndefined();
    }
  });
});
