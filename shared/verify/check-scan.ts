import { decodeCertificate } from '../certificate/decode-certificate.ts';
import { decodeClaims } from '../certificate/decode-claims.ts';
import { classifyScannedText } from '../certificate/scanned-text.ts';
import { verifySignature } from '../signature/public-key.ts';
import type { EpochSeconds } from '../time.ts';
import { judgeFreshness } from '../trust/freshness.ts';
import { keysFor } from '../trust/issuer-keys.ts';
import type { TrustBundle } from '../trust/trust-bundle.ts';
import { summarizeCertificate } from './certificate-summary.ts';
import { judgeServices } from './eligibility.ts';
import { judgeStatus } from './status.ts';
import { isClockPlausible, judgeIssue, judgeValidity } from './validity.ts';
import type { Verdict } from './verdict.ts';
import { type HallContext, VerdictWriter } from './verdict-writer.ts';

/**
 * Judges one scanned text: the pipeline of the product, one step a paragraph. The order is that of
 * `CHECK_STEPS`; the first step that fails decides. Pure and total: no input or output, the time is
 * an argument, and nothing a stranger can write makes it throw.
 * @param bundle what this terminal trusts; `undefined` when it has nothing yet
 */
export function checkScan(
  text: string,
  bundle: TrustBundle | undefined,
  now: EpochSeconds,
  hall: HallContext,
): Verdict {
  const unread = new VerdictWriter({ bundle, now, hall });

  const scanned = classifyScannedText(text);
  if (scanned.kind === 'foreign') return unread.notACertificate(scanned.looksLike);
  if (scanned.kind === 'newer-format') return unread.undecided('text', 'unsupported-version');
  if (scanned.kind === 'certificate-too-long') return unread.refused('text', 'malformed');

  const message = decodeCertificate(scanned.base45);
  if (!message.ok) return unread.refused('structure', 'malformed');

  if (bundle === undefined) return unread.undecided('trust', 'trust-missing');

  // The key identifier is only a hint that two keys may share, so each of them is tried.
  const candidates = keysFor(bundle.keys, message.value.kid);
  if (candidates.length === 0) return unread.undecided('key', 'unknown-key');
  const key = candidates.find((candidate) => verifySignature(candidate.publicKey, message.value));
  if (key === undefined) return unread.refused('signature', 'bad-signature');
  // Whoever stole the key also chooses the claims, so nothing of them is read, let alone shown.
  if (key.state === 'withdrawn') return unread.refused('key-state', 'key-withdrawn');

  const decoded = decodeClaims(message.value.payload);
  if (!decoded.ok) return unread.refused('claims', 'malformed', decoded.failure);
  const claims = decoded.value;
  const verdict = unread.about(summarizeCertificate(claims, key, bundle.policy));

  const issue = judgeIssue(claims, key);
  if (issue !== undefined) return verdict.refused(issue.step, issue.code);

  if (!isClockPlausible(now, bundle, hall.lastScanAt)) {
    return verdict.undecided('clock', 'clock-implausible');
  }
  const validity = judgeValidity(claims, now);
  if (validity !== undefined) return verdict.refused(validity.step, validity.code);
  const freshness = judgeFreshness(bundle, now);
  if (freshness === 'too-old') return verdict.undecided('freshness', 'trust-too-old');

  const status = judgeStatus(claims, bundle);
  if (status === 'unavailable') return verdict.undecided('status', 'status-unavailable');
  if (status !== 'valid') return verdict.refused('status', status);

  if (!bundle.policy.scale.some(({ code }) => code === claims.credit.grade)) {
    return verdict.undecided('grade', 'unknown-grade');
  }
  const dataTooOld = freshness === 'no-green-channel';
  return verdict.accepted(
    judgeServices(claims.credit, bundle.policy, { now, hall: hall.id, dataTooOld }),
  );
}
