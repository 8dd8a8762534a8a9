import * as v from 'valibot';

const Frame = v.pipe(v.string(), v.maxLength(16), v.regex(/^[\x20-\x7e]*$/));
const Milliseconds = v.pipe(v.number(), v.safeInteger());

/**
 * How a hand scanner that types (USB keyboard, "wedge") is set. The defaults fit every scanner as it
 * leaves its box.
 */
export const WedgeSettingsSchema = v.strictObject({
  /** Whether fast typing is taken for a scanner's at all. */
  isOn: v.boolean(),
  /** Characters the scanner is set to send before and after a code; they are taken off. */
  prefix: Frame,
  suffix: Frame,
  /** Only what comes with prefix and suffix counts; everything else stays typing. */
  onlyFramed: v.boolean(),
  /** Longest pause between two characters of a scanner; people are slower. */
  gapMs: v.pipe(Milliseconds, v.minValue(10), v.maxValue(500)),
  /** Silence that ends a scan where the scanner sends no Enter or Tab. */
  silenceMs: v.pipe(Milliseconds, v.minValue(50), v.maxValue(1_000)),
});
export type WedgeSettings = v.InferOutput<typeof WedgeSettingsSchema>;

/** A scanner as it leaves its box. */
export const DEFAULT_WEDGE_SETTINGS: WedgeSettings = {
  isOn: true,
  prefix: '',
  suffix: '',
  onlyFramed: false,
  gapMs: 100,
  silenceMs: 150,
};
