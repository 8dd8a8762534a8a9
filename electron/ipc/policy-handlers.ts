import type { ShownPolicy, ShownService } from '../../shared/ipc/policy-verbs.ts';
import type { Policy, Service } from '../../shared/trust/policy.ts';
import type { TrustService } from '../trust/trust-service.ts';

/** What the policy's verbs answer from. */
export interface PolicyParts {
  readonly trust: TrustService;
  /** The hall of this terminal as the policy names it; `undefined` = all halls. */
  readonly hall: string | undefined;
}

/** Answers of the main process about the signed policy. */
export function createPolicyHandlers({ trust, hall }: PolicyParts) {
  return {
    readPolicy: () => {
      const policy = trust.current()?.policy;
      return policy === undefined ? null : showPolicy(policy, hall);
    },
  };
}

/** The part of a policy that is for people: grades in order of rank, services with their terms. */
export function showPolicy(policy: Policy, hall: string | undefined): ShownPolicy {
  const { version, domain, contact } = policy;
  return {
    ...{ version, domain, contact },
    scale: [...policy.scale]
      .sort((a, b) => a.rank - b.rank)
      .map(({ code, rank, name, meaning }) => ({ code, rank, name, meaning })),
    services: policy.services.map((service) => showService(service, hall)),
  };
}

function showService(service: Service, hall: string | undefined): ShownService {
  const { anyOfLists = [], grades, ...terms } = service.greenChannel;
  const { id, name, halls, perks, window } = service;
  return {
    ...{ id, name, grades, anyOfLists, perks },
    isHere: hall === undefined || halls.includes('*') || halls.includes(hall),
    ...terms,
    ...(window === undefined ? {} : { window }),
  };
}
