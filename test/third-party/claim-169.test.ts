import type { KeyObject } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { decodeBase45 } from '../../shared/certificate/base45.ts';
import { decodeCbor } from '../../shared/certificate/cbor.ts';
import { splitIntegerMap } from '../../shared/certificate/cbor-profile.ts';
import { CERTIFICATE_RULES, decodeSign1 } from '../../shared/certificate/cose-sign1.ts';
import { FOREIGN_RULES, judgeMessage, keyFromCoordinates } from './foreign-messages.ts';
import { describeThirdParty, fromHex } from './third-party-data.ts';

interface CwtMeta {
  readonly issuer?: string;
  readonly expiresAt?: number;
  readonly notBefore?: number;
  readonly issuedAt?: number;
}

interface Claim169Case {
  readonly qr_data: string;
  readonly signing_key?: { readonly algorithm: string; readonly public_key_hex: string };
  readonly expected_error?: string;
  readonly expected_cwt_meta?: CwtMeta;
}

const META_CLAIMS = { issuer: 1, expiresAt: 4, notBefore: 5, issuedAt: 6 } as const;
const CLAIM_169 = 169;

/** How far a text gets; the names are those of the data's authors. */
type Stage =
  | { readonly error: 'Base45Decode' | 'Decompress' | 'CoseParse' | 'Claim169NotFound' }
  | { readonly cose: Uint8Array; readonly meta: CwtMeta };

describeThirdParty('claim-169', (folder) => {
  const cases = ['valid', 'edge', 'invalid'].flatMap((name) => folder.json<Claim169Case>(name));

  it('has its ten cases', () => {
    expect(cases).toHaveLength(10);
  });

  it.each(cases.filter((example) => example.it.expected_error))('$name', ({ it: example }) => {
    expect(open(example)).toEqual({ error: example.expected_error });
  });

  it.each(cases.filter((example) => example.it.expected_cwt_meta))(
    '$name gives the expected claims',
    ({ it: example }) => {
      const opened = open(example);
      expect('meta' in opened && opened.meta).toEqual(example.expected_cwt_meta);
    },
  );

  const signed = cases.filter((example) => example.it.signing_key);
  it('has two cases with their keys', () => {
    expect(signed.map((example) => example.name)).toEqual(['ecdsa-p256-signed', 'ed25519-signed']);
  });

  it.each(signed)('$name verifies with its key and with no other', ({ it: example }) => {
    const opened = open(example);
    if (!('cose' in opened)) throw new Error(opened.error);
    const others = signed.filter((other) => other.it !== example);
    const withKid = nameAKey(opened.cose);
    expect(judgeMessage(withKid, keyOf(example), FOREIGN_RULES)).toBe('verified');
    for (const { it: other } of others) {
      expect(judgeMessage(withKid, keyOf(other), FOREIGN_RULES)).toBe('bad-signature');
    }
  });

  it.each(cases.filter((example) => example.it.expected_cwt_meta))(
    'differs in $name: no kid, so it is no certificate',
    ({ it: example }) => {
      const opened = open(example);
      if (!('cose' in opened)) throw new Error(opened.error);
      expect(decodeSign1(opened.cose, CERTIFICATE_RULES).ok).toBe(false);
      expect(decodeSign1(opened.cose, FOREIGN_RULES).ok).toBe(false);
      expect(decodeSign1(nameAKey(opened.cose), FOREIGN_RULES).ok).toBe(true);
    },
  );
});

// Their text form is ours with a zlib layer between Base45 and COSE, which ours has not.
function open(example: Claim169Case): Stage {
  const bytes = decodeBase45(example.qr_data);
  if (!bytes.ok) return { error: 'Base45Decode' };
  const cose = inflate(bytes.value);
  if (cose === undefined) return { error: 'Decompress' };
  const named = nameAKey(cose);
  const message = decodeSign1(named, FOREIGN_RULES);
  if (!message.ok) return { error: 'CoseParse' };
  const claims = splitIntegerMap(message.value.payload);
  if (!claims?.has(CLAIM_169)) return { error: 'Claim169NotFound' };
  const entries = Object.entries(META_CLAIMS).flatMap(([name, key]) => {
    const encoded = claims.get(key);
    const value = encoded && decodeCbor(encoded);
    return value?.ok ? [[name, value.value]] : [];
  });
  return { cose, meta: Object.fromEntries(entries) };
}

function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return new Uint8Array(inflateSync(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Their messages name no key and ours must. A kid put into the unprotected header, which no
 * signature covers, brings them to the same code. Other messages come back as they are.
 */
function nameAKey(cose: Uint8Array): Uint8Array {
  const [tag, array, protectedHead = 0] = cose;
  const headerAt = 3 + (protectedHead & 0x1f);
  if (tag !== 0xd2 || array !== 0x84 || cose[headerAt] !== 0xa0) return cose;
  const kid = [0xa1, 0x04, 0x41, 0x01];
  return Uint8Array.from([...cose.subarray(0, headerAt), ...kid, ...cose.subarray(headerAt + 1)]);
}

function keyOf({ signing_key: key }: Claim169Case): KeyObject {
  if (key === undefined) throw new Error('no key');
  const bytes = fromHex(key.public_key_hex);
  if (key.algorithm === 'EdDSA') return keyFromCoordinates('Ed25519', bytes);
  return keyFromCoordinates('P-256', bytes.subarray(1, 33), bytes.subarray(33));
}
