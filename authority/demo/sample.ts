import * as v from 'valibot';
import { FOREIGN_KINDS, VERDICT_CODES } from '../../shared/verify/verdict.ts';

const AnyVerdictCode = v.picklist([
  ...VERDICT_CODES.accepted,
  ...VERDICT_CODES.refused,
  ...VERDICT_CODES.undecided,
  ...VERDICT_CODES['not-a-certificate'],
]);

/** One code to hold up to the kiosk and the verdict it has to give. */
export const SampleSchema = v.strictObject({
  /** File name and title on the contact sheet. */
  id: v.string(),
  title: v.strictObject({ 'zh-CN': v.string(), en: v.string() }),
  /** What the QR code holds. */
  text: v.string(),
  expected: AnyVerdictCode,
  expectedKind: v.exactOptional(v.picklist(FOREIGN_KINDS)),
});
export type Sample = v.InferOutput<typeof SampleSchema>;

/** `samples.json` of a demo world. */
export const SamplesDocument = v.strictObject({
  /** Raised whenever the samples change, so that an older demo world is made anew. */
  edition: v.number(),
  issuedAt: v.number(),
  samples: v.array(SampleSchema),
});
export type SamplesDocument = v.InferOutput<typeof SamplesDocument>;
