import { hasValidCheckCharacter } from '../certificate/company-code.ts';
import type { EpochSeconds } from '../time.ts';
import { dataAges, judgeFreshness } from '../trust/freshness.ts';
import type { TrustBundle } from '../trust/trust-bundle.ts';
import {
  type CertificateSummary,
  CHECK_STEPS,
  type Check,
  type CheckStep,
  type ForeignKind,
  type Note,
  type RefusedCode,
  type ServiceDecision,
  type TrustSummary,
  type UndecidedCode,
  type Verdict,
} from './verdict.ts';

/** What a verdict depends on besides the scanned text. */
export interface ScanContext {
  readonly bundle: TrustBundle | undefined;
  readonly now: EpochSeconds;
  readonly hall: HallContext;
}

/** What is particular to the place of the scan. */
export interface HallContext {
  /** Hall identifier of the policy; without one all services count. */
  readonly id?: string;
  /** Time of the previous scan here: the clock may not be behind it. */
  readonly lastScanAt?: EpochSeconds;
  /** Certificate numbers (upper-case hexadecimal) presented here a short while ago. */
  readonly recentlyPresented?: ReadonlySet<string>;
}

/**
 * Writes the verdict of one scan. It decides nothing: the pipeline names the step that failed and
 * the code, and this adds what every verdict carries (checks, notes, trust, time).
 */
export class VerdictWriter {
  readonly #scan: ScanContext;
  readonly #certificate: CertificateSummary | undefined;

  constructor(scan: ScanContext, certificate?: CertificateSummary) {
    this.#scan = scan;
    this.#certificate = certificate;
  }

  /** A writer whose verdicts show the certificate; asked for only once its signature holds. */
  about(certificate: CertificateSummary): VerdictWriter {
    return new VerdictWriter(this.#scan, certificate);
  }

  notACertificate(kind: ForeignKind): Verdict {
    const code = 'not-a-certificate';
    return { outcome: code, code, kind, ...this.#common('text') };
  }

  refused(step: CheckStep, code: RefusedCode, detail?: string): Verdict {
    return { outcome: 'refused', code, ...this.#shown(), ...this.#common(step, detail) };
  }

  undecided(step: CheckStep, code: UndecidedCode): Verdict {
    return { outcome: 'undecided', code, ...this.#shown(), ...this.#common(step) };
  }

  accepted(services: ServiceDecision[]): Verdict {
    if (this.#certificate === undefined) throw new Error('accepted without a certificate');
    const open = services.some((service) => service.open);
    return {
      outcome: 'accepted',
      code: open ? 'green-channel' : 'standard-service',
      certificate: this.#certificate,
      services,
      ...this.#common(open ? undefined : 'green-channel'),
    };
  }

  #shown(): { certificate?: CertificateSummary } {
    return this.#certificate === undefined ? {} : { certificate: this.#certificate };
  }

  #common(failedStep: CheckStep | undefined, detail?: string) {
    const { bundle, now } = this.#scan;
    return {
      notes: this.#notes(),
      checks: checksUpTo(failedStep, detail),
      trust: summarizeTrust(bundle, now),
      at: now,
    };
  }

  #notes(): Note[] {
    const { bundle, now, hall } = this.#scan;
    const certificate = this.#certificate;
    const notes: Note[] = [];
    if (certificate && !hasValidCheckCharacter(certificate.holderCode)) {
      notes.push('code-check-character');
    }
    if (bundle && judgeFreshness(bundle, now) !== 'fresh') notes.push('data-ageing');
    if (certificate && hall.recentlyPresented?.has(certificate.number)) {
      notes.push('presented-before');
    }
    if (bundle?.policy.domain === 'demo') notes.push('demo');
    return notes;
  }
}

// The steps are made in order and the first failure ends them, so one name tells the rest.
function checksUpTo(failedStep: CheckStep | undefined, detail: string | undefined): Check[] {
  const failedAt = failedStep === undefined ? CHECK_STEPS.length : CHECK_STEPS.indexOf(failedStep);
  return CHECK_STEPS.map((step, index): Check => {
    if (index !== failedAt) return { step, result: index < failedAt ? 'passed' : 'skipped' };
    return { step, result: 'failed', ...(detail === undefined ? {} : { detail }) };
  });
}

function summarizeTrust(bundle: TrustBundle | undefined, now: EpochSeconds): TrustSummary {
  const nothing = { issuers: null, policy: null, status: null };
  if (bundle === undefined) return { domain: null, versions: nothing, ageSeconds: nothing };
  return {
    domain: bundle.policy.domain,
    versions: {
      issuers: bundle.issuersVersion,
      policy: bundle.policy.version,
      status: bundle.latestSignedTime ?? null,
    },
    ageSeconds: dataAges(bundle, now),
  };
}
