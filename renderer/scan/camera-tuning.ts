import * as v from 'valibot';
import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';

const Range = v.object({ min: v.number(), max: v.number(), step: v.optional(v.number(), 0) });

/** What a camera lets itself be told (W3C MediaStream Image Capture §4); most offer little of it. */
const TuningOptionsSchema = v.object({
  exposureCompensation: v.optional(Range),
  focusDistance: v.optional(Range),
  torch: v.optional(v.boolean(), false),
});
export type TuningOptions = v.InferOutput<typeof TuningOptionsSchema>;
export type TuningRange = v.InferOutput<typeof Range>;

const NOTHING: TuningOptions = { torch: false };

/** What the camera behind a stream can be told; the compiler's DOM library does not know of it. */
export function tuningOptionsOf(stream: MediaStream): TuningOptions {
  const capabilities: unknown = stream.getVideoTracks()[0]?.getCapabilities?.();
  const parsed = v.safeParse(TuningOptionsSchema, capabilities);
  return parsed.success ? parsed.output : NOTHING;
}

/** The constraints that the settings ask for, as far as the camera knows them. */
export function tuningFor(
  settings: CameraSettings,
  options: TuningOptions,
): Readonly<Record<string, number | string | boolean>> {
  const { exposureCompensation, focusDistance, torch } = settings;
  const exposure = exposureCompensation !== null && options.exposureCompensation;
  const focus = focusDistance !== null && options.focusDistance;
  return {
    ...(exposure && { exposureCompensation: within(exposure, exposureCompensation) }),
    ...(focus && { focusMode: 'manual', focusDistance: within(focus, focusDistance) }),
    ...(torch !== null && options.torch && { torch }),
  };
}

function within({ min, max }: TuningRange, value: number): number {
  return Math.min(max, Math.max(min, value));
}

/** Tells the camera what the settings ask for. One that refuses is used as it is. */
export async function applyTuning(stream: MediaStream, settings: CameraSettings): Promise<void> {
  const tuning = tuningFor(settings, tuningOptionsOf(stream));
  if (Object.keys(tuning).length === 0) return;
  const [track] = stream.getVideoTracks();
  try {
    await track?.applyConstraints({ advanced: [tuning] });
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof OverconstrainedError)) throw error;
  }
}
