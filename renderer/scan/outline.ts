/** A point in pixels of the video frame. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The centres of a QR code's three finder patterns (ISO/IEC 18004 §6.3.3.1). */
export interface FinderCentres {
  readonly topLeft: Point;
  readonly topRight: Point;
  readonly bottomLeft: Point;
  /** Side of a module in pixels. */
  readonly moduleSize: number;
}

// From the centre of a 7 × 7 finder pattern to the code's edge, and one module of air.
const REACH_IN_MODULES = 3.5 + 1;

/** The four corners of the code, clockwise from its top left, as a parallelogram. */
export function outlineOf(centres: FinderCentres): readonly Point[] {
  const { topLeft, topRight, bottomLeft } = centres;
  const reach = REACH_IN_MODULES * centres.moduleSize;
  const right = scale(unit(minus(topRight, topLeft)), reach);
  const down = scale(unit(minus(bottomLeft, topLeft)), reach);
  const bottomRight = plus(topRight, minus(bottomLeft, topLeft));
  return [
    minus(minus(topLeft, right), down),
    minus(plus(topRight, right), down),
    plus(plus(bottomRight, right), down),
    plus(minus(bottomLeft, right), down),
  ];
}

function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function scale(vector: Point, factor: number): Point {
  return { x: vector.x * factor, y: vector.y * factor };
}

function unit(vector: Point): Point {
  const length = Math.hypot(vector.x, vector.y);
  return length === 0 ? vector : scale(vector, 1 / length);
}
