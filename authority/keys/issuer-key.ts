import { toBase64, toHex } from '../../shared/bytes.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { IssuersDocument, KeyState, KeyUse } from '../../shared/trust/issuers-document.ts';
import type { SigningKey } from './signing-key.ts';

/** A signing key together with what the office says of it in `issuers.json`. */
export interface IssuerSigningKey {
  readonly key: SigningKey;
  readonly notBefore: EpochSeconds;
  readonly notAfter: EpochSeconds;
  readonly state: KeyState;
  readonly uses: readonly KeyUse[];
}

type IssuerKeyRecord = IssuersDocument['issuers'][number]['keys'][number];

/** The public half of a key as it stands in `issuers.json`. */
export function describeIssuerKey(issuerKey: IssuerSigningKey): IssuerKeyRecord {
  const { key, notBefore, notAfter, state, uses } = issuerKey;
  return {
    kid: toHex(key.kid),
    suite: key.suite,
    spki: toBase64(key.publicKeyInfo),
    notBefore,
    notAfter,
    state,
    uses: [...uses],
  };
}
