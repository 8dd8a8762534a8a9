import type { GreenChannelReason } from '../../shared/trust/policy-terms.ts';
import type { ServiceDecision } from '../../shared/verify/verdict.ts';

/** Services that share an answer: open, or closed for the same reason. */
export interface ServiceGroup {
  readonly open: boolean;
  readonly reason: GreenChannelReason | undefined;
  readonly services: readonly ServiceDecision[];
}

/**
 * Groups the services of a hall, open ones first, then by reason in the order of the policy,
 * so that a reason is read once however many services it closes.
 */
export function groupServices(services: readonly ServiceDecision[]): readonly ServiceGroup[] {
  const groups = new Map<string, ServiceGroup>();
  for (const service of services) {
    const key = service.open ? 'open' : (service.reason ?? 'closed');
    const group = groups.get(key);
    groups.set(key, {
      open: service.open,
      reason: service.reason,
      services: [...(group?.services ?? []), service],
    });
  }
  return [...groups.values()].sort((a, b) => Number(b.open) - Number(a.open));
}
