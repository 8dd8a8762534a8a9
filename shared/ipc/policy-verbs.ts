import * as v from 'valibot';
import { LocalizedText } from '../trust/policy-terms.ts';
import { answer } from './reply.ts';

const Count = v.pipe(v.number(), v.safeInteger());

const ShownGradeSchema = v.strictObject({
  code: v.string(),
  /** 1 is best. */
  rank: v.number(),
  name: LocalizedText,
  meaning: LocalizedText,
});
export type ShownGrade = v.InferOutput<typeof ShownGradeSchema>;

const ShownServiceSchema = v.strictObject({
  id: v.string(),
  name: LocalizedText,
  /** Offered at this terminal's hall; every service is where no hall is configured. */
  isHere: v.boolean(),
  grades: v.array(v.string()),
  /** When there are any, the company has to stand on at least one of these lists besides. */
  anyOfLists: v.array(v.string()),
  maxEvaluationAgeDays: v.exactOptional(Count),
  /** UNIX seconds between which the green channel of this service is open. */
  from: v.exactOptional(Count),
  until: v.exactOptional(Count),
  perks: v.array(LocalizedText),
  window: v.exactOptional(v.string()),
});
export type ShownService = v.InferOutput<typeof ShownServiceSchema>;

/** What people may read of the signed policy: the grades, and what they open. */
export const ShownPolicySchema = v.strictObject({
  version: Count,
  domain: v.picklist(['production', 'demo']),
  /** Best grade first. */
  scale: v.array(ShownGradeSchema),
  services: v.array(ShownServiceSchema),
  contact: LocalizedText,
});
export type ShownPolicy = v.InferOutput<typeof ShownPolicySchema>;

export const policyVerbs = {
  /** The policy this terminal judges with; `null` while it holds no trust bundle. */
  readPolicy: {
    channel: 'kiosk:read-policy',
    request: v.strictObject({}),
    reply: answer(v.nullable(ShownPolicySchema)),
  },
} as const;
