import { createRandom, type Random } from '../../../build/virtual-camera/seeded-random.ts';
import { CALM, type FrameSpec } from './frame-spec.ts';

/** One way of making a code hard to read, in steps from easy to hopeless. */
export interface Axis {
  readonly name: string;
  readonly unit: string;
  readonly steps: readonly number[];
  readonly apply: (step: number) => Partial<FrameSpec>;
}

/** The axes of the benchmark. A step beyond what any reader can do shows where each one breaks. */
export const AXES: readonly Axis[] = [
  axis('size', 'side / frame height', [0.8, 0.55, 0.4, 0.3, 0.24, 0.19], (share) => ({ share })),
  axis('rotation', '°', [0, 10, 20, 30, 40, 45], (rotationDegrees) => ({ rotationDegrees })),
  axis('tilt', '°', [0, 20, 35, 45, 55, 63], (tiltDegrees) => ({ tiltDegrees })),
  axis('bend', '°', [0, 15, 25, 35, 45, 55], (bendDegrees) => ({ bendDegrees })),
  axis('defocus', 'σ in modules', [0.2, 0.4, 0.55, 0.7, 0.85, 1], (defocusModules) => ({
    defocusModules,
  })),
  axis('motion', 'modules', [0.5, 1, 1.5, 2, 2.5, 3], (motionModules) => ({ motionModules })),
  axis('noise', 'σ of 255', [5, 15, 25, 40, 55, 75], (noise) => ({ noise })),
  axis('glare', '∅ / side', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], (glare) => ({ glare })),
  axis('uneven', 'share of light lost', [0.2, 0.5, 0.7, 0.8, 0.9, 0.95], (uneven) => ({ uneven })),
  axis('contrast', 'of 255', [120, 60, 40, 25, 15, 10], (contrast) => ({ contrast })),
  axis('grid', 'depth', [0.1, 0.25, 0.4, 0.55, 0.7, 0.85], (grid) => ({ grid })),
  axis('jpeg', 'quality', [60, 30, 20, 12, 8, 5], (jpegQuality) => ({ jpegQuality, noise: 6 })),
];

/** The two sizes of frame a webcam gives. */
export const SIZES = [
  { width: 1_280, height: 720 },
  { width: 1_920, height: 1_080 },
] as const;

/** Characters of a certificate's text: those of today, and two with more to say. */
export const TEXT_LENGTHS = [350, 420, 400, 500, 380, 800] as const;

/** A frame's settings and the axis and step they belong to; `mixed` has a little of everything. */
export interface SetMember {
  readonly axis: string;
  readonly step: number;
  readonly spec: FrameSpec;
}

/**
 * The settings of a whole set of frames: `repeats` for each step of each axis and size.
 * @param seed different seeds give different sets; one for choosing passes, one to be held out
 */
export function frameSet(seed: number, repeats: number): readonly SetMember[] {
  const random = createRandom(seed);
  const members: SetMember[] = [];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const size of SIZES) {
      for (const { name, steps, apply } of AXES) {
        for (const step of steps) {
          members.push({ axis: name, step, spec: { ...calm(random), ...size, ...apply(step) } });
        }
      }
      for (let count = 0; count < MIXED_PER_SIZE; count += 1) {
        members.push({ axis: 'mixed', step: 0, spec: { ...mixed(random), ...size } });
      }
    }
  }
  return members;
}

const MIXED_PER_SIZE = 8;

function axis(
  name: string,
  unit: string,
  steps: readonly number[],
  apply: (step: number) => Partial<FrameSpec>,
): Axis {
  return { name, unit, steps, apply };
}

/** Calm, but no two alike: an axis should not be measured on one pose alone. */
function calm(random: Random): FrameSpec {
  const between = (low: number, high: number) => low + random() * (high - low);
  const lengthIndex = Math.floor(random() * TEXT_LENGTHS.length);
  return {
    ...CALM,
    seed: Math.floor(random() * 0x1_0000_0000),
    textLength: TEXT_LENGTHS[lengthIndex] ?? CALM.textLength,
    share: between(0.42, 0.6),
    rotationDegrees: between(-8, 8),
    tiltDegrees: between(0, 12),
    offset: { x: between(-0.3, 0.3), y: between(-0.12, 0.12) },
  };
}

/** Moderate amounts of everything at once, as a hurried visitor brings them. */
function mixed(random: Random): FrameSpec {
  const between = (low: number, high: number) => low + random() * (high - low);
  return {
    ...calm(random),
    share: between(0.35, 0.75),
    rotationDegrees: between(-35, 35),
    tiltDegrees: between(0, 35),
    bendDegrees: random() < 0.3 ? between(0, 25) : 0,
    defocusModules: between(0.1, 0.6),
    motionModules: between(0, 1.2),
    noise: between(2, 18),
    glare: random() < 0.4 ? between(0, 0.3) : 0,
    uneven: between(0, 0.6),
    contrast: between(45, 170),
    grid: random() < 0.3 ? between(0, 0.4) : 0,
    jpegQuality: random() < 0.5 ? Math.round(between(15, 80)) : 100,
  };
}
