import { createRandom, type Random } from '../../../build/virtual-camera/seeded-random.ts';
import { drawHall } from './background.ts';
import { type Box, defocus, type LightField, smear } from './blur.ts';
import { certificateText, type FlatCode, flatCode } from './certificate-code.ts';
import type { FrameSpec, TestFrame } from './frame-spec.ts';
import { type Placement, placeCode } from './pose.ts';
import { expose } from './sensor.ts';

/** Draws the frame that the settings describe; the same settings always give the same frame. */
export function drawFrame(spec: FrameSpec): TestFrame {
  const random = createRandom(spec.seed);
  const text = certificateText(spec.textLength, random);
  const code = flatCode(text);
  const placement = placeCode(spec, code.modules);
  let scene = drawHall(spec, random);
  drawCard(scene, spec, { code, placement, random });
  const ofMoment = createRandom(spec.seed + 7_919 * spec.moment);
  if (spec.motionModules > 0) {
    const length = spec.motionModules * placement.pixelsPerModule;
    const angle = ofMoment() * Math.PI;
    scene = smear(scene, { length, angle, box: boxAround(spec, placement, length) });
  }
  defocus(scene, spec.defocusModules * placement.pixelsPerModule);
  return { ...expose(scene, spec, ofMoment), text };
}

/** Draws a frame of the hall alone, with everything that may be mistaken for a code. */
export function drawEmptyFrame(spec: FrameSpec): TestFrame {
  const random = createRandom(spec.seed);
  return { ...expose(drawHall(spec, random), spec, random), text: undefined };
}

/** Where a tilted card can be, and some air. */
function boxAround(spec: FrameSpec, { centre }: Placement, air: number): Box {
  const reach = spec.share * spec.height * 0.95 + air;
  return {
    left: Math.max(0, Math.floor(centre.x - reach)),
    top: Math.max(0, Math.floor(centre.y - reach)),
    right: Math.min(spec.width, Math.ceil(centre.x + reach)),
    bottom: Math.min(spec.height, Math.ceil(centre.y + reach)),
  };
}

interface HeldCode {
  readonly code: FlatCode;
  readonly placement: Placement;
  readonly random: Random;
}

const QUIET_MODULES = 4;
const PAPER = 200;
/** Parts of a pixel each way: jagged edges would be a kindness no lens does. */
const SUBPIXELS = [0.25, 0.75] as const;

function drawCard(scene: LightField, spec: FrameSpec, held: HeldCode): void {
  const shade = cardShade(spec, held);
  const { left, top, right, bottom } = boxAround(spec, held.placement, 0);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const index = y * scene.width + x;
      const behind = scene.values[index] ?? 0;
      let sum = 0;
      for (const dy of SUBPIXELS) for (const dx of SUBPIXELS) sum += shade(x + dx, y + dy, behind);
      scene.values[index] = sum / 4;
    }
  }
}

/** The light that comes from one point of the card, or from what is behind it. */
function cardShade(
  spec: FrameSpec,
  { code, placement, random }: HeldCode,
): (x: number, y: number, behind: number) => number {
  const { modules, dark } = code;
  const { map, pixelsPerModule } = placement;
  const edge = modules + QUIET_MODULES;
  const glareAt = { u: modules * (0.2 + 0.6 * random()), v: modules * (0.2 + 0.6 * random()) };
  const glareRadius = (spec.glare * modules) / 2;
  const lightAngle = random() * 2 * Math.PI;
  const [lightX, lightY] = [Math.cos(lightAngle), Math.sin(lightAngle)];
  // A screen's pixels, a little larger or smaller than the camera's: that is where moiré is from.
  const pitch = (0.9 + random() * 0.7) / pixelsPerModule;
  const finger = spec.covered * modules;
  return (x, y, behind) => {
    const u = map.u(x, y);
    const v = map.v(x, y);
    if (u < -QUIET_MODULES || v < -QUIET_MODULES || u >= edge || v >= edge) return behind;
    if (finger > 0 && u > modules - finger && v > modules - finger * 1.5) return 130;
    const isDark =
      u >= 0 && v >= 0 && u < modules && v < modules && dark[(v | 0) * modules + (u | 0)];
    const ink = isDark ? PAPER - spec.contrast : PAPER;
    const along = (u / modules - 0.5) * lightX + (v / modules - 0.5) * lightY + 0.5;
    let light = ink * (1 - spec.uneven * Math.min(1, Math.max(0, along)));
    if (spec.grid > 0) {
      const wave = Math.cos((2 * Math.PI * u) / pitch) + Math.cos((2 * Math.PI * v) / pitch);
      light *= 1 - spec.grid * (0.5 + 0.25 * wave);
    }
    if (glareRadius === 0) return light;
    const away = Math.sqrt((u - glareAt.u) ** 2 + (v - glareAt.v) ** 2) / glareRadius;
    return away < 1.3 ? light + 255 * Math.max(0, Math.min(1, (1.3 - away) / 0.4)) : light;
  };
}
