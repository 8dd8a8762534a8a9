import type { EpochSeconds } from '../../shared/time.ts';
import { issueCertificate } from '../issue-certificate.ts';
import { readClaims } from '../issuing/read-claims.ts';
import type { IssuerSigningKey } from '../keys/issuer-key.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import type { StoredCertificate } from '../store/certificate-book.ts';
import { openBoundedCache } from './bounded-cache.ts';

/** A short-lived code (credit.5 of a certificate): the certificate once more, signed for this minute only. */
export interface LiveCode {
  readonly text: string;
  readonly issuedAt: EpochSeconds;
  /** First moment at which it does not count any more. */
  readonly endsAt: EpochSeconds;
}

/** Signs short-lived codes. */
export interface LiveCodes {
  /** The code to show now; undefined when the presentation key is not in use. */
  codeFor(certificate: StoredCertificate, now: EpochSeconds): LiveCode | undefined;
}

/** How long a code is valid. */
export const LIVE_CODE_SECONDS = 60;

// Who asks twice within it gets the same code: a page that is reloaded all the time costs nothing.
const SHARED_SECONDS = 15;
const CODES_KEPT = 2_000;

/**
 * @param key the office's online key for presentations; it can sign nothing that is valid for longer
 * @param onSign called for each signature
 */
export function openLiveCodes(key: IssuerSigningKey, onSign: () => void): LiveCodes {
  const codes = openBoundedCache<LiveCode>(CODES_KEPT);
  return {
    codeFor(certificate, now) {
      const last = codes.get(certificate.number);
      if (last !== undefined && now >= last.issuedAt && now < last.issuedAt + SHARED_SECONDS)
        return last;
      if (key.state !== 'active' || now < key.notBefore || now > key.notAfter) return undefined;
      const text = signLiveCode(certificate.text, now, key.key);
      const code = { text, issuedAt: now, endsAt: now + LIVE_CODE_SECONDS };
      codes.set(certificate.number, code);
      onSign();
      return code;
    },
  };
}

// Number and status index stay those of the certificate: what is revoked is revoked in both forms.
function signLiveCode(certificateText: string, now: EpochSeconds, key: SigningKey): string {
  const claims = readClaims(certificateText);
  const credit = { ...claims.credit, presentation: LIVE_CODE_SECONDS };
  return issueCertificate({ ...claims, issuedAt: now, notBefore: now, credit }, key).text;
}
