import { fromBase64, toHex } from '../bytes.ts';
import { type PublicKey, preparePublicKey } from '../signature/public-key.ts';
import { suiteNamed } from '../signature/suites.ts';
import type { EpochSeconds } from '../time.ts';
import { type IssuersDocument, KEY_USES, type KeyState, type KeyUse } from './issuers-document.ts';
import type { LocalizedText } from './policy-terms.ts';

/** One key of one issuing office, ready to check signatures. */
export interface IssuerKey {
  /** Hexadecimal, lower case. A hint: two keys may share it. */
  readonly kid: string;
  readonly issuer: string;
  readonly issuerName: LocalizedText;
  readonly publicKey: PublicKey;
  /** First and last moment at which the key may have signed a certificate. */
  readonly notBefore: EpochSeconds;
  readonly notAfter: EpochSeconds;
  readonly state: KeyState;
  readonly uses: ReadonlySet<KeyUse>;
}

/** All usable keys by key identifier. */
export type IssuerKeys = ReadonlyMap<string, readonly IssuerKey[]>;

/**
 * Prepares the keys of an issuers document. A key we cannot use (a future suite, a damaged point,
 * a label that contradicts the key itself) is left out and named in `unusable`; certificates
 * signed with it become "unknown key", which is the truth about this terminal.
 */
export function prepareIssuerKeys(document: IssuersDocument): {
  readonly keys: IssuerKeys;
  readonly unusable: readonly string[];
} {
  const keys = new Map<string, IssuerKey[]>();
  const unusable: string[] = [];
  for (const issuer of document.issuers) {
    for (const record of issuer.keys) {
      const kid = record.kid.toLowerCase();
      const publicKey = prepareRecord(record);
      if (publicKey === undefined) {
        unusable.push(kid);
        continue;
      }
      const { notBefore, notAfter, state } = record;
      const uses = new Set(KEY_USES.filter((use) => record.uses.includes(use)));
      const origin = { issuer: issuer.id, issuerName: issuer.name };
      const key = { kid, ...origin, publicKey, notBefore, notAfter, state, uses };
      keys.set(kid, [...(keys.get(kid) ?? []), key]);
    }
  }
  return { keys, unusable };
}

function prepareRecord(record: {
  readonly suite: string;
  readonly spki: string;
}): PublicKey | undefined {
  const der = fromBase64(record.spki);
  const publicKey = der && preparePublicKey(der);
  return publicKey?.suite === suiteNamed(record.suite) ? publicKey : undefined;
}

/** The keys that may have made a signature, by the key identifier in its header. */
export function keysFor(keys: IssuerKeys, kid: Uint8Array): readonly IssuerKey[] {
  return keys.get(toHex(kid)) ?? [];
}
