import type { GreenChannelReason, LocalizedText } from '../../shared/trust/policy-terms.ts';
import type { ServiceDecision } from '../../shared/verify/verdict.ts';

/** Services that share an answer: open, or closed for the same reason. */
export interface ServiceGroup {
  readonly open: boolean;
  readonly reason: GreenChannelReason | undefined;
  readonly services: readonly ServiceDecision[];
  /** Perks that all of several open services have, said once for the group; else empty. */
  readonly sharedPerks: readonly LocalizedText[];
}

/**
 * Groups the services of a hall, open ones first, then by reason in the order of the policy,
 * so that a reason is read once however many services it closes.
 */
export function groupServices(services: readonly ServiceDecision[]): readonly ServiceGroup[] {
  const groups = new Map<string, ServiceDecision[]>();
  for (const service of services) {
    const key = service.open ? 'open' : (service.reason ?? 'closed');
    groups.set(key, [...(groups.get(key) ?? []), service]);
  }
  return [...groups.values()].map(groupOf).sort((a, b) => Number(b.open) - Number(a.open));
}

function groupOf(services: readonly ServiceDecision[]): ServiceGroup {
  const open = services.some((service) => service.open);
  const reason = services[0]?.reason;
  return { open, reason, services, sharedPerks: open ? sharedPerks(services) : [] };
}

function sharedPerks(services: readonly ServiceDecision[]): readonly LocalizedText[] {
  const [first, ...others] = services.map((service) => service.perks);
  if (first === undefined || others.length === 0) return [];
  const isShared = others.every((perks) => JSON.stringify(perks) === JSON.stringify(first));
  return isShared ? first : [];
}
