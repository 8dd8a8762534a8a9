import * as v from 'valibot';

/**
 * What a new terminal is set up with, in the order in which one rests on the other: without data and the
 * right time nothing can be judged, and a self-test is worth most when all else has been done.
 */
export const SETUP_STEPS = [
  'data',
  'camera',
  'scanner',
  'printer',
  'sound',
  'touch',
  'lockDown',
  'selfTest',
] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

const Outcome = v.exactOptional(v.picklist(['done', 'skipped']));

/** How each step ended; one that is absent is still to be taken. */
export const FirstSetupSchema = v.strictObject({
  data: Outcome,
  camera: Outcome,
  scanner: Outcome,
  printer: Outcome,
  sound: Outcome,
  touch: Outcome,
  lockDown: Outcome,
  selfTest: Outcome,
} satisfies Record<SetupStep, typeof Outcome>);
export type FirstSetup = v.InferOutput<typeof FirstSetupSchema>;
