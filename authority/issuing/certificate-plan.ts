import type { EpochSeconds, ShanghaiDay } from '../../shared/time.ts';
import type { StoredCertificate } from '../store/certificate-book.ts';

/** What a certificate is to say of one company. */
export interface CertificatePlan {
  /** Unified code of the company. */
  readonly holder: string;
  readonly holderName: string;
  readonly grade: string;
  readonly evaluated: ShanghaiDay;
  readonly lists: readonly string[];
}

/** How a plan stands against the newest certificate of its company. */
export type PlanStanding = 'due' | 'issued' | 'suspended' | 'revoked';

/** What a standing depends on besides. */
export interface StandingTerms {
  readonly now: EpochSeconds;
  /** Keys that leaked, hex: what they signed is refused, so it has to be issued anew. */
  readonly withdrawnKids: ReadonlySet<string>;
}

/**
 * Whether a certificate has to be issued. One for each rating: what was issued for it stands, what
 * was suspended or revoked is not handed out again by a batch, and a new rating is always due.
 */
export function standingOf(
  plan: CertificatePlan,
  newest: StoredCertificate | undefined,
  { now, withdrawnKids }: StandingTerms,
): PlanStanding {
  if (newest === undefined || newest.expiresAt <= now || !saysSame(plan, newest)) return 'due';
  switch (newest.state) {
    case 'valid':
      return withdrawnKids.has(newest.kid) ? 'due' : 'issued';
    case 'suspended':
    case 'revoked':
      return newest.state;
    case 'superseded':
      return 'due';
    default:
      return newest.state;
  }
}

function saysSame(plan: CertificatePlan, { grade, evaluated, lists }: StoredCertificate): boolean {
  return (
    plan.grade === grade &&
    plan.evaluated === evaluated &&
    plan.lists.length === lists.length &&
    plan.lists.every((list, place) => list === lists[place])
  );
}
