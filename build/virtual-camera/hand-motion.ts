import type { PictureSize } from './picture.ts';

/**
 * Where a point of the picture lies on the phone's face: with `w = g·x + h·y + 1`,
 * `u = (a·x + b·y + c) / w` and `v = (d·x + e·y + f) / w`, both from 0 to 1 on the face.
 */
export type FaceMap = Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h', number>>;

export type Point = { readonly x: number; readonly y: number };

/** The phone's face in one frame: its corners (clockwise from the upper left) and its map. */
export type Pose = { readonly corners: readonly Point[]; readonly map: FaceMap };

/** Shares of the picture's height. */
const FACE = { width: 0.72, height: 0.883 } as const;

/**
 * How a hand holds the phone at a moment of the loop: it drifts, turns a little to and fro and
 * tilts, and at the end of the loop it is back where it began.
 *
 * @param phase share of the loop that has passed, from 0 to 1
 */
export function poseAt(phase: number, size: PictureSize): Pose {
  const turn = 2 * Math.PI * phase;
  const angle = 0.02 + 0.05 * Math.sin(turn + 0.4);
  const tilt = { across: 0.018 * Math.sin(turn), down: 0.01 + 0.01 * Math.cos(2 * turn) };
  const distance = 1 + 0.03 * Math.sin(turn + 2);
  const centre = {
    x: size.width / 2 + size.height * (0.025 * Math.sin(turn) + 0.008 * Math.sin(3 * turn)),
    y: size.height / 2 + size.height * 0.012 * Math.cos(2 * turn + 1),
  };
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([right = 0, below = 0]) => {
    // A corner that leans towards the camera comes out larger.
    const nearness = (distance * size.height) / 2 / (1 + tilt.across * right + tilt.down * below);
    const x = right * FACE.width * nearness;
    const y = below * FACE.height * nearness;
    return {
      x: centre.x + x * Math.cos(angle) - y * Math.sin(angle),
      y: centre.y + x * Math.sin(angle) + y * Math.cos(angle),
    };
  });
  return { corners, map: invertQuad(corners) };
}

/** The map from the picture to the unit square for a quadrilateral (the classic closed form). */
function invertQuad(corners: readonly Point[]): FaceMap {
  const [p0, p1, p2, p3] = corners;
  if (!p0 || !p1 || !p2 || !p3) throw new Error('A face has four corners.');
  const dx1 = p1.x - p2.x;
  const dx2 = p3.x - p2.x;
  const sx = p0.x - p1.x + p2.x - p3.x;
  const dy1 = p1.y - p2.y;
  const dy2 = p3.y - p2.y;
  const sy = p0.y - p1.y + p2.y - p3.y;
  const cross = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / cross;
  const h = (dx1 * sy - sx * dy1) / cross;
  const a = p1.x - p0.x + g * p1.x;
  const b = p3.x - p0.x + h * p3.x;
  const d = p1.y - p0.y + g * p1.y;
  const e = p3.y - p0.y + h * p3.y;
  return adjugate({ a, b, c: p0.x, d, e, f: p0.y, g, h });
}

/** The inverse of a map, up to a common factor that its last coefficient (always 1) absorbs. */
function adjugate({ a, b, c, d, e, f, g, h }: FaceMap): FaceMap {
  const scale = a * e - b * d;
  return {
    a: (e - f * h) / scale,
    b: (c * h - b) / scale,
    c: (b * f - c * e) / scale,
    d: (f * g - d) / scale,
    e: (a - c * g) / scale,
    f: (c * d - a * f) / scale,
    g: (d * h - e * g) / scale,
    h: (b * g - a * h) / scale,
  };
}
