import type { CertificateClaims } from '../../shared/certificate/claims.ts';
import { decodeCertificate } from '../../shared/certificate/decode-certificate.ts';
import { decodeClaims } from '../../shared/certificate/decode-claims.ts';
import { classifyScannedText } from '../../shared/certificate/scanned-text.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { judgeStatus } from '../../shared/verify/status.ts';
import type { AuditRecorder, WrittenEntry } from './audit-log.ts';
import type { VerdictEntry } from './entry.ts';

/** Accepted certificates that are looked up again, at most; a busy hall accepts a few hundred a day. */
const MAX_WATCHED = 5_000;

/** Where to look a certificate up. It names no company and is kept in memory only. */
export type StatusPlace = Pick<CertificateClaims, 'issuer' | 'status'>;

/**
 * What is learnt about certificates after they were accepted. A verdict in the log is never written
 * anew: what came later is an entry of its own.
 */
export interface LaterStatusWatch {
  /** An answer that was given; entry and number meet when it has been written. */
  remember(entry: VerdictEntry, place: StatusPlace): void;
  written(written: WrittenEntry): void;
  /** Looks all of them up in new trust data and records what has changed, once each. */
  compare(bundle: TrustBundle): void;
}

/** Creates a watch that knows of nothing yet. */
export function createLaterStatusWatch(audit: AuditRecorder): LaterStatusWatch {
  const unwritten = new Map<WrittenEntry['entry'], StatusPlace>();
  const watched = new Map<number, StatusPlace>();
  return {
    remember: (entry, place) => {
      unwritten.set(entry, place);
      forgetOldest(unwritten);
    },
    written: ({ sequence, entry }) => {
      const place = unwritten.get(entry);
      if (place === undefined) return;
      unwritten.delete(entry);
      watched.set(sequence, place);
      forgetOldest(watched);
    },
    compare: (bundle) => {
      for (const [of, place] of watched) {
        const status = judgeStatus(place, bundle);
        if (status === 'valid' || status === 'unavailable') continue;
        watched.delete(of);
        audit.record({ kind: 'later-status', of, status });
      }
    },
  };
}

/** Where the certificate in an accepted text is looked up. */
export function statusPlaceOf(text: string): StatusPlace | undefined {
  const scanned = classifyScannedText(text);
  if (scanned.kind !== 'certificate') return undefined;
  const message = decodeCertificate(scanned.base45);
  if (!message.ok) return undefined;
  const claims = decodeClaims(message.value.payload);
  if (!claims.ok) return undefined;
  const { issuer, status } = claims.value;
  return { issuer, status };
}

function forgetOldest<Key, Value>(map: Map<Key, Value>): void {
  const oldest = map.keys().next();
  if (map.size > MAX_WATCHED && oldest.done !== true) map.delete(oldest.value);
}
