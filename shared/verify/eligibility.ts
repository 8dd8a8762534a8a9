import type { CreditClaim } from '../certificate/claims.ts';
import { type EpochSeconds, shanghaiDayOf } from '../time.ts';
import type { Policy, Service } from '../trust/policy.ts';
import type { GreenChannelReason } from '../trust/policy-terms.ts';
import type { ServiceDecision } from './verdict.ts';

/** What decides about the green channel besides the certificate. */
export interface EligibilityContext {
  readonly now: EpochSeconds;
  /** Without a hall all services count. */
  readonly hall: string | undefined;
  readonly dataTooOld: boolean;
}

/** One decision for each service of the hall, in the order of the policy. */
export function judgeServices(
  credit: CreditClaim,
  policy: Policy,
  context: EligibilityContext,
): ServiceDecision[] {
  return policy.services
    .filter((service) => isOfferedAt(service, context.hall))
    .map((service) => {
      const reason = closedBecause(credit, service, context);
      const { id, name, perks, window } = service;
      return {
        id,
        name,
        open: reason === undefined,
        ...(reason === undefined ? {} : { reason }),
        perks,
        ...(window === undefined ? {} : { window }),
      };
    });
}

function isOfferedAt(service: Service, hall: string | undefined): boolean {
  return hall === undefined || service.halls.includes('*') || service.halls.includes(hall);
}

// The first condition that fails is the reason shown: the visitor's own first, the terminal's last.
function closedBecause(
  credit: CreditClaim,
  service: Service,
  { now, dataTooOld }: EligibilityContext,
): GreenChannelReason | undefined {
  const { grades, anyOfLists, maxEvaluationAgeDays, from, until } = service.greenChannel;
  if (!grades.includes(credit.grade)) return 'grade';
  if (anyOfLists && !anyOfLists.some((list) => credit.lists.includes(list))) return 'list';
  const evaluationAgeDays = shanghaiDayOf(now) - credit.evaluated;
  if (maxEvaluationAgeDays !== undefined && evaluationAgeDays > maxEvaluationAgeDays) {
    return 'evaluation-too-old';
  }
  if ((from !== undefined && now < from) || (until !== undefined && now >= until)) {
    return 'not-in-force';
  }
  return dataTooOld ? 'data-too-old' : undefined;
}
