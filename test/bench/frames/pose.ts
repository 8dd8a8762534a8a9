import type { FrameSpec } from './frame-spec.ts';

/** Maps a pixel to the plane of the code, in modules from its upper left corner. */
export interface PlaneMap {
  readonly u: (x: number, y: number) => number;
  readonly v: (x: number, y: number) => number;
}

/** Where the code lies in the picture. */
export interface Placement {
  readonly map: PlaneMap;
  readonly centre: { readonly x: number; readonly y: number };
  /** Side of a module in pixels, before tilting. */
  readonly pixelsPerModule: number;
}

// Distance of the eye over the side of the code: a wide-angle webcam at arm's length.
const EYE_DISTANCE = 2.2;

/** Places a code of so many modules as its settings say, seen by a pinhole camera. */
export function placeCode(spec: FrameSpec, modules: number): Placement {
  const side = spec.share * spec.height;
  const pixelsPerModule = side / modules;
  const centre = {
    x: spec.width / 2 + spec.offset.x * spec.height,
    y: spec.height / 2 + spec.offset.y * spec.height,
  };
  const turn = (spec.rotationDegrees * Math.PI) / 180;
  const tilt = (spec.tiltDegrees * Math.PI) / 180;
  const cos = Math.cos(turn) / side;
  const sin = Math.sin(turn) / side;
  // In sides of the code from its centre, turned back; then the tilt about the vertical undone.
  const across = (x: number, y: number) => (x - centre.x) * cos + (y - centre.y) * sin;
  const down = (x: number, y: number) => (y - centre.y) * cos - (x - centre.x) * sin;
  const flat = (x: number, y: number) => {
    const right = across(x, y);
    return right / (Math.cos(tilt) - (right * Math.sin(tilt)) / EYE_DISTANCE);
  };
  const bend = (spec.bendDegrees * Math.PI) / 180;
  const u = (x: number, y: number) => (0.5 + unbend(flat(x, y), bend)) * modules;
  const v = (x: number, y: number) => {
    const right = flat(x, y);
    const depth = 1 + (right * Math.sin(tilt)) / EYE_DISTANCE + sag(right, bend) / EYE_DISTANCE;
    return (0.5 + down(x, y) * depth) * modules;
  };
  return { map: { u, v }, centre, pixelsPerModule };
}

/** Along the arc of bent paper instead of across it; beyond the arc it goes on straight. */
function unbend(right: number, bend: number): number {
  if (bend === 0) return right;
  const sine = Math.max(-1, Math.min(1, 2 * right * Math.sin(bend)));
  return Math.asin(sine) / (2 * bend);
}

/** How far bent paper falls back from the camera at this place, in sides of the code. */
function sag(right: number, bend: number): number {
  if (bend === 0) return 0;
  const radius = 1 / (2 * Math.sin(bend));
  const inside = Math.max(0, radius * radius - right * right);
  return radius - Math.sqrt(inside);
}
