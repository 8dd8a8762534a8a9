const MILLIMETRES_PER_PIXEL = 25.4 / 96;
const SHORTEST_MM = 40;
const LONGEST_MM = 600;
/** Paper left blank below the last line, so that a cutter takes nothing of it. */
const TAIL_MM = 6;

/** How long a page a slip needs that is so many pixels high, in whole millimetres. */
export function slipLength(pixels: number): number {
  const length = Math.ceil(pixels * MILLIMETRES_PER_PIXEL) + TAIL_MM;
  return Math.max(SHORTEST_MM, Math.min(LONGEST_MM, length));
}
