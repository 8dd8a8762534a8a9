import * as v from 'valibot';
import { LocalizedText } from '../../shared/trust/policy-terms.ts';
import { CREDIT_LISTS, SEVERITIES } from '../store/credit-record.ts';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_200));

/** A span on the calendar, in years, months or both. */
const Period = v.pipe(
  v.strictObject({ years: v.exactOptional(Count), months: v.exactOptional(Count) }),
  v.check(({ years, months }) => years !== undefined || months !== undefined, 'an empty period'),
);

/** Which negative records a condition speaks about. Repaired ones and those of later days never count. */
const NegativeRecords = v.strictObject({
  severities: v.pipe(v.array(v.picklist(SEVERITIES)), v.nonEmpty()),
  /** How long after its decision a record counts. */
  within: Period,
  /** Only those whose matter was put right, or was not; both when missing. */
  corrected: v.exactOptional(v.boolean()),
});
export type NegativeRecords = v.InferOutput<typeof NegativeRecords>;

const Condition = v.variant('if', [
  v.strictObject({ if: v.literal('any-record'), records: NegativeRecords }),
  v.strictObject({ if: v.literal('no-record'), records: NegativeRecords }),
  v.strictObject({
    if: v.literal('on-any-list'),
    lists: v.pipe(v.array(v.picklist(CREDIT_LISTS)), v.nonEmpty()),
  }),
  /** The company is younger than this, or nobody knows how old it is. */
  v.strictObject({ if: v.literal('younger-than'), age: Period }),
]);
export type Condition = v.InferOutput<typeof Condition>;

const Rule = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  /** Code of the scale, or `null`: not rated. */
  grade: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(4))),
  /** All have to hold; none: the rule always holds. */
  conditions: v.array(Condition),
  words: LocalizedText,
});
export type Rule = v.InferOutput<typeof Rule>;

/**
 * How companies are rated, as data: the rules in their order; the first that holds gives the
 * grade, and those behind it that give the same grade and hold as well are further reasons.
 */
export const RatingScheme = v.pipe(
  v.strictObject({
    /** Named in every rating; change it with every change of the rules. */
    version: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,40}$/)),
    rules: v.pipe(v.array(Rule), v.nonEmpty()),
  }),
  v.check(
    ({ rules }) => new Set(rules.map(({ id }) => id)).size === rules.length,
    'two rules share one id',
  ),
  v.check(
    ({ rules }) => rules.at(-1)?.conditions.length === 0,
    'the last rule has conditions, so some company might get no answer',
  ),
);
export type RatingScheme = v.InferOutput<typeof RatingScheme>;
