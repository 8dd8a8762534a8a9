import type { CreditClaim } from '../../shared/certificate/claims.ts';
import { decodeCertificate } from '../../shared/certificate/decode-certificate.ts';
import { decodeClaims } from '../../shared/certificate/decode-claims.ts';
import { classifyScannedText } from '../../shared/certificate/scanned-text.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { Policy } from '../../shared/trust/policy.ts';
import { judgeServices } from '../../shared/verify/eligibility.ts';
import type { ServiceDecision } from '../../shared/verify/verdict.ts';

/** What a policy would say to a certificate. */
export interface Simulation {
  readonly credit: CreditClaim;
  readonly isGradeKnown: boolean;
  readonly services: readonly ServiceDecision[];
}

/** When and where it is held up. */
export interface SimulatedVisit {
  readonly now: EpochSeconds;
  readonly hall: string | undefined;
}

/**
 * What a policy would say to a certificate, by the very rule of the kiosk and with fresh data. Its
 * signature is not asked: the question is the policy. Throws when the text is no certificate.
 */
export function simulatePolicy(policy: Policy, text: string, visit: SimulatedVisit): Simulation {
  const scanned = classifyScannedText(text);
  const message = scanned.kind === 'certificate' ? decodeCertificate(scanned.base45) : undefined;
  const claims = message?.ok ? decodeClaims(message.value.payload) : undefined;
  if (!claims?.ok) throw new Error('--certificate is the text of a certificate, PCC1:…');
  const { credit } = claims.value;
  return {
    credit,
    isGradeKnown: policy.scale.some(({ code }) => code === credit.grade),
    services: judgeServices(credit, policy, { ...visit, dataTooOld: false }),
  };
}
