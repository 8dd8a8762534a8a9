import * as v from 'valibot';

/** A text in both languages of the product; Chinese leads. */
export const LocalizedText = v.object({ 'zh-CN': v.string(), en: v.string() });
export type LocalizedText = v.InferOutput<typeof LocalizedText>;

/** Why the green channel of a service is closed to a certificate, in the order the conditions are looked at. */
export const GREEN_CHANNEL_REASONS = [
  'grade',
  'list',
  'evaluation-too-old',
  'not-in-force',
  'data-too-old',
] as const;
export type GreenChannelReason = (typeof GREEN_CHANNEL_REASONS)[number];

/** The three kinds of trust data, each with an age of its own. */
export const TRUST_KINDS = ['issuers', 'policy', 'status'] as const;
export type TrustKind = (typeof TRUST_KINDS)[number];
