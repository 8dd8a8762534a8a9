import type { EpochSeconds } from '../time.ts';
import { TRUST_KINDS, type TrustKind } from './policy-terms.ts';
import type { TrustBundle } from './trust-bundle.ts';

/** What the age of the data still allows, best first. */
export const FRESHNESS_LEVELS = ['fresh', 'ageing', 'no-green-channel', 'too-old'] as const;
export type FreshnessLevel = (typeof FRESHNESS_LEVELS)[number];

/** Seconds since each kind of data was last known to be current; never negative. */
export function dataAges(bundle: TrustBundle, now: EpochSeconds): Record<TrustKind, number> {
  const age = (kind: TrustKind): number => Math.max(0, now - bundle.currentAsOf[kind]);
  return { issuers: age('issuers'), policy: age('policy'), status: age('status') };
}

/** The worst level any kind of data has reached, by the limits of the signed policy. */
export function judgeFreshness(bundle: TrustBundle, now: EpochSeconds): FreshnessLevel {
  const ages = dataAges(bundle, now);
  const reached = TRUST_KINDS.map((kind) => levelOf(ages[kind], bundle.policy.freshness[kind]));
  return FRESHNESS_LEVELS[Math.max(...reached)] ?? 'too-old';
}

function levelOf(age: number, limits: TrustBundle['policy']['freshness'][TrustKind]): number {
  if (age > limits.refuseAfter) return FRESHNESS_LEVELS.indexOf('too-old');
  if (age > limits.noGreenChannelAfter) return FRESHNESS_LEVELS.indexOf('no-green-channel');
  return FRESHNESS_LEVELS.indexOf(age > limits.noticeAfter ? 'ageing' : 'fresh');
}
