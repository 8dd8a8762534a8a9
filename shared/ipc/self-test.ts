import * as v from 'valibot';
import { LocalizedText } from '../trust/policy-terms.ts';

/** What a check of the terminal came to. `skip`: it could not be made here. */
export const CHECK_RESULTS = ['ok', 'warn', 'fail', 'skip'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** One check with words for staff; `advice` says what to do, where there is something to do. */
export const SelfTestLineSchema = v.strictObject({
  id: v.string(),
  title: LocalizedText,
  result: v.picklist(CHECK_RESULTS),
  detail: LocalizedText,
  advice: v.exactOptional(LocalizedText),
});
export type SelfTestLine = v.InferOutput<typeof SelfTestLineSchema>;

/** What only the screen can say about the camera; device names, never a picture. */
export const CameraReportSchema = v.strictObject({
  state: v.picklist(['live', 'no-picture', 'not-found', 'not-allowed', 'not-readable']),
  label: v.pipe(v.string(), v.maxLength(256)),
  width: v.pipe(v.number(), v.minValue(0)),
  height: v.pipe(v.number(), v.minValue(0)),
  framesPerSecond: v.pipe(v.number(), v.minValue(0)),
  /** Names of what the camera offers, for example `torch`. */
  capabilities: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(64)),
});
export type CameraReport = v.InferOutput<typeof CameraReportSchema>;
