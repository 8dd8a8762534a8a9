import * as v from 'valibot';
import { LocalizedText, type TrustKind } from './policy-terms.ts';

const Seconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Time = v.pipe(v.number(), v.safeInteger());

/** How long data may stay unrefreshed, in seconds since the last good synchronisation. */
const FreshnessSchema = v.object({
  /** Beyond this the verdict carries a notice. */
  noticeAfter: Seconds,
  /** Beyond this the grade is shown, but no green channel. */
  noGreenChannelAfter: Seconds,
  /** Beyond this the terminal cannot decide. */
  refuseAfter: Seconds,
});
export type Freshness = v.InferOutput<typeof FreshnessSchema>;

const GradeSchema = v.object({
  code: v.string(),
  /** 1 is best. */
  rank: v.number(),
  name: LocalizedText,
  meaning: LocalizedText,
});
export type Grade = v.InferOutput<typeof GradeSchema>;

const ServiceSchema = v.object({
  id: v.string(),
  name: LocalizedText,
  /** Hall identifiers, or `*` for every hall. */
  halls: v.array(v.string()),
  greenChannel: v.object({
    grades: v.array(v.string()),
    /** When given, the company has to stand on at least one of these lists besides. */
    anyOfLists: v.exactOptional(v.array(v.string())),
    maxEvaluationAgeDays: v.exactOptional(Seconds),
    from: v.exactOptional(Time),
    until: v.exactOptional(Time),
  }),
  perks: v.optional(v.array(LocalizedText), []),
  window: v.exactOptional(v.string()),
});
export type Service = v.InferOutput<typeof ServiceSchema>;

const FreshnessByKind = v.object({
  issuers: FreshnessSchema,
  policy: FreshnessSchema,
  status: FreshnessSchema,
} satisfies Record<TrustKind, unknown>);

/**
 * `policy.json` of the trust repository: the grades and what they open, signed by the office.
 * The scale is data because the state may change it; a terminal never guesses a grade's rank.
 */
export const PolicyDocument = v.object({
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  domain: v.picklist(['production', 'demo']),
  scale: v.array(GradeSchema),
  services: v.array(ServiceSchema),
  freshness: FreshnessByKind,
  contact: v.optional(LocalizedText, { 'zh-CN': '', en: '' }),
});
export type Policy = v.InferOutput<typeof PolicyDocument>;
