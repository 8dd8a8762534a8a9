import { createRandom, type Random } from '../../../build/virtual-camera/seeded-random.ts';
import { SIZES } from './axes.ts';
import { CALM, type FrameSpec } from './frame-spec.ts';

/** What somebody does with a code before the camera. */
export const MOVES = ['shake', 'approach', 'rotation', 'flicker', 'cover'] as const;
export type Move = (typeof MOVES)[number];

export const FRAMES_PER_SECOND = 30;
const FRAMES = 45;

/** One and a half seconds of holding a code up, under conditions in which single frames often fail. */
export interface Sequence {
  readonly move: Move;
  readonly frames: readonly FrameSpec[];
}

/** A number of sequences, all moves and both sizes in turn. */
export function sequences(seed: number, count: number): readonly Sequence[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const move = MOVES[index % MOVES.length] ?? 'shake';
    const size = SIZES[Math.floor(index / MOVES.length) % SIZES.length];
    return sequence(move, { ...hardHold(random), ...size }, random);
  });
}

function hardHold(random: Random): FrameSpec {
  const between = (low: number, high: number) => low + random() * (high - low);
  return {
    ...CALM,
    seed: Math.floor(random() * 0x1_0000_0000),
    textLength: [360, 400, 420, 500][Math.floor(random() * 4)] ?? 400,
    share: between(0.4, 0.65),
    rotationDegrees: between(-20, 20),
    tiltDegrees: between(0, 30),
    bendDegrees: random() < 0.3 ? between(0, 30) : 0,
    defocusModules: between(0.3, 0.5),
    noise: between(4, 25),
    glare: random() < 0.5 ? between(0.1, 0.45) : 0,
    uneven: between(0, 0.6),
    contrast: between(60, 160),
    jpegQuality: random() < 0.4 ? Math.round(between(20, 70)) : 100,
  };
}

function sequence(move: Move, base: FrameSpec, random: Random): Sequence {
  const phase = random() * 2 * Math.PI;
  const frames = Array.from({ length: FRAMES }, (_, moment) => {
    const seconds = moment / FRAMES_PER_SECOND;
    return { ...base, ...held(base, seconds, phase), ...moved(move, base, seconds), moment };
  });
  return { move, frames };
}

/** No hand is still, and a cheap autofocus hunts. */
function held(base: FrameSpec, seconds: number, phase: number): Partial<FrameSpec> {
  const sway = Math.sin(2 * Math.PI * 1.3 * seconds + phase);
  const tremor = Math.sin(2 * Math.PI * 5.7 * seconds + 2 * phase);
  return {
    offset: { x: 0.05 * sway + 0.006 * tremor, y: 0.03 * Math.cos(5.1 * seconds + phase) },
    rotationDegrees: base.rotationDegrees + 2 * sway,
    motionModules: 0.3 + 0.9 * Math.abs(tremor),
    defocusModules: base.defocusModules * (1 + 0.5 * Math.sin(2 * Math.PI * 0.8 * seconds + phase)),
  };
}

function moved(move: Move, base: FrameSpec, seconds: number): Partial<FrameSpec> {
  const along = seconds / 1.5;
  switch (move) {
    case 'shake':
      return { motionModules: 0.4 + 2 * Math.abs(Math.sin(9 * seconds)) };
    case 'approach':
      return { share: base.share * (0.45 + 0.55 * along) };
    case 'rotation':
      return { rotationDegrees: base.rotationDegrees - 40 + 80 * along };
    case 'flicker':
      return { contrast: base.contrast * (0.45 + 0.4 * Math.sin(40 * seconds)) };
    case 'cover':
      return { covered: 0.45 * Math.max(0, 1 - 1.6 * along) };
  }
}
