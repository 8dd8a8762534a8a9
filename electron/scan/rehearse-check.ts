import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { encodeCertificate } from '../../shared/certificate/encode-certificate.ts';
import { type PublicKey, verifySignature } from '../../shared/signature/public-key.ts';
import { SIGNATURE_BYTES, SUITE_ALGORITHMS } from '../../shared/signature/suites.ts';
import { type EpochSeconds, shanghaiDayOf } from '../../shared/time.ts';
import type { IssuerKey } from '../../shared/trust/issuer-keys.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import type { Verdict } from '../../shared/verify/verdict.ts';

/** Often enough for the engine to have compiled what a check is made of. */
const ROUNDS = 4;
const DAY: EpochSeconds = 86_400;
const KID = new Uint8Array(8);

/**
 * Goes through whole checks of a made-up certificate and forgets them, so that the first visitor's is
 * as fast as all others: a program's first run through its code takes many times as long. Only a copy
 * of the bundle, which lives as long as this function, holds the key made for it; nothing is logged,
 * remembered or shown.
 * @returns the last verdict, for tests; `undefined` when the bundle holds nobody to stand in for
 */
export function rehearseCheck(bundle: TrustBundle, now: EpochSeconds): Verdict | undefined {
  const offices = [...bundle.keys.values()].flat();
  const [list] = bundle.statusLists;
  const office = offices.find(({ issuer }) => issuer === list?.[1].issuer) ?? offices[0];
  if (office === undefined) return undefined;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const text = madeUpText(bundle, { office, list: list?.[0] ?? '', privateKey, now });
  const standIn: IssuerKey = {
    ...office,
    publicKey: { suite: 'Ed25519', key: publicKey },
    ...{
      notBefore: now - DAY,
      notAfter: now + DAY,
      state: 'active',
      uses: new Set(['certificate']),
    },
  };
  const copy = { ...bundle, keys: new Map([[Buffer.from(KID).toString('hex'), [standIn]]]) };
  let verdict: Verdict | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of onePerSuite(offices)) verifySignature(key, badSignatureFor(key));
    verdict = checkScan(text, copy, now, { recentlyPresented: new Set() });
  }
  return verdict;
}

interface Issue {
  readonly office: IssuerKey;
  readonly list: string;
  readonly privateKey: KeyObject;
  readonly now: EpochSeconds;
}

function madeUpText({ policy }: TrustBundle, { office, list, privateKey, now }: Issue): string {
  const claims = {
    issuer: office.issuer,
    holderCode: '91350100M000100Y43',
    ...{ issuedAt: now - 1, notBefore: now - 1, expiresAt: now + DAY },
    number: new Uint8Array(16),
    status: { list, index: 0 },
    credit: {
      holderName: '演练',
      grade: policy.scale[0]?.code ?? 'A',
      evaluated: shanghaiDayOf(now),
      lists: [],
    },
  };
  return encodeCertificate(claims, {
    algorithm: SUITE_ALGORITHMS.Ed25519[0],
    kid: KID,
    sign: (bytes) => sign(null, bytes, privateKey),
  });
}

/** The keys whose first check costs something: one of each suite the bundle has. */
function onePerSuite(offices: readonly IssuerKey[]): readonly PublicKey[] {
  return [...new Map(offices.map(({ publicKey }) => [publicKey.suite, publicKey])).values()];
}

/** In range and wrong: it is calculated through to the end. */
function badSignatureFor({ suite }: PublicKey) {
  return {
    algorithm: SUITE_ALGORITHMS[suite][0],
    signedBytes: new Uint8Array(300),
    signature: new Uint8Array(SIGNATURE_BYTES).fill(1),
  };
}
