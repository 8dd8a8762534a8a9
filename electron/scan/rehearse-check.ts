import { fromBase64 } from '../../shared/bytes.ts';
import {
  type PublicKey,
  preparePublicKey,
  verifySignature,
} from '../../shared/signature/public-key.ts';
import { SIGNATURE_BYTES, SUITE_ALGORITHMS } from '../../shared/signature/suites.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { IssuerKey } from '../../shared/trust/issuer-keys.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import type { Verdict } from '../../shared/verify/verdict.ts';
import {
  REHEARSAL_CERTIFICATE,
  REHEARSAL_ISSUER,
  REHEARSAL_KID,
  REHEARSAL_SPKI,
  REHEARSAL_STATUS_LIST,
  REHEARSAL_TIME,
} from './rehearsal-certificate.ts';

/** Often enough for the engine to have compiled what a check is made of. */
const ROUNDS = 4;
const DAY: EpochSeconds = 86_400;

/**
 * Goes through whole checks of a made-up certificate and forgets them, so that the first visitor's is
 * as fast as all others: a program's first run through its code takes many times as long. Only a copy
 * of the bundle, which lives as long as this function, trusts that certificate; nothing is logged,
 * remembered or shown.
 * @returns the last verdict, for tests; `undefined` when the bundle trusts nobody
 */
export function rehearseCheck(bundle: TrustBundle): Verdict | undefined {
  const offices = [...bundle.keys.values()].flat();
  const copy = trustRehearsal(bundle);
  if (offices.length === 0 || copy === undefined) return undefined;
  let verdict: Verdict | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of slowAtFirst(offices)) verifySignature(key, badSignatureFor(key));
    verdict = checkScan(REHEARSAL_CERTIFICATE, copy, REHEARSAL_TIME, {
      recentlyPresented: new Set(),
    });
  }
  return verdict;
}

/** The bundle as if the made-up office were the only one, at the moment of the rehearsal. */
function trustRehearsal(bundle: TrustBundle): TrustBundle | undefined {
  const der = fromBase64(REHEARSAL_SPKI);
  const publicKey = der && preparePublicKey(der);
  if (publicKey === undefined) return undefined;
  const key: IssuerKey = {
    kid: REHEARSAL_KID,
    issuer: REHEARSAL_ISSUER,
    issuerName: { 'zh-CN': '演练', en: 'Rehearsal' },
    publicKey,
    ...{ notBefore: REHEARSAL_TIME - DAY, notAfter: REHEARSAL_TIME + DAY },
    ...{ state: 'active', uses: new Set(['certificate']) },
  };
  const list = {
    name: REHEARSAL_STATUS_LIST,
    issuer: REHEARSAL_ISSUER,
    signedAt: REHEARSAL_TIME,
    statuses: { bits: 2, bytes: new Uint8Array(1) },
  };
  return {
    ...bundle,
    keys: new Map([[REHEARSAL_KID, [key]]]),
    statusLists: new Map([[REHEARSAL_STATUS_LIST, list]]),
    currentAsOf: { issuers: REHEARSAL_TIME, policy: REHEARSAL_TIME, status: REHEARSAL_TIME },
    latestSignedTime: undefined,
  };
}

/** Tables of SM2 keys made ahead, 100 ms each; more would hold the first visitor up longer than one does. */
const MOST_TABLES = 8;

/** The keys whose first check costs something: one of each suite, and of SM2 several, for their tables. */
function slowAtFirst(offices: readonly IssuerKey[]): readonly PublicKey[] {
  const keys = offices.map(({ publicKey }) => publicKey);
  const onePerSuite = new Map(keys.map((key) => [key.suite, key])).values();
  const sm2Keys = keys.filter(({ suite }) => suite === 'SM2');
  return [...new Set([...onePerSuite, ...sm2Keys.slice(0, MOST_TABLES)])];
}

/** In range and wrong: it is calculated through to the end. */
function badSignatureFor({ suite }: PublicKey) {
  return {
    algorithm: SUITE_ALGORITHMS[suite][0],
    signedBytes: new Uint8Array(300),
    signature: new Uint8Array(SIGNATURE_BYTES).fill(1),
  };
}
