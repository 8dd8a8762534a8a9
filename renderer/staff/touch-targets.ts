/** Where a touch test asks for touches, and what the answers say about the panel. Pixels are CSS pixels. */

/** A place on the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The screen that is tried. */
export interface Field {
  readonly width: number;
  readonly height: number;
}

/** What came for a target: where it was touched, or nothing. */
export interface TouchAnswer {
  readonly target: Point;
  readonly touch: Point | undefined;
}

/** What is wrong with the panel, the gravest first. */
export const TOUCH_FINDINGS = ['silent', 'turned', 'dead', 'shifted', 'scattered', 'good'] as const;
export type TouchFinding = (typeof TOUCH_FINDINGS)[number];

/** What the answers come to. */
export interface TouchReport {
  readonly finding: TouchFinding;
  readonly hits: number;
  readonly missed: number;
  /** Mean and largest distance of the touches from their targets; 0 when there were none. */
  readonly meanPx: number;
  readonly worstPx: number;
  /** How far all touches lie beside their targets together: right and down are positive. */
  readonly shift: Point;
}

/** Half of the smallest button of the kiosk: a touch further off presses the neighbour. */
export const HIT_RADIUS_PX = 32;
/** Distance of the outermost targets from the edges, where panels bend first. */
const MARGIN_PX = 64;
/** A finger's own inaccuracy. */
const FINGER_PX = 16;
const THIRDS = [0, 0.5, 1];

/** How a panel can lie under its picture: turned or mirrored, on shares of width and height. */
const TURNS: readonly ((place: Point) => Point)[] = [
  ({ x, y }) => ({ x: 1 - y, y: x }),
  ({ x, y }) => ({ x: y, y: 1 - x }),
  ({ x, y }) => ({ x: 1 - x, y: 1 - y }),
  ({ x, y }) => ({ x: 1 - x, y }),
  ({ x, y }) => ({ x, y: 1 - y }),
  ({ x, y }) => ({ x: y, y: x }),
];
/** Mean error, as a share of the screen, up to which a turn explains the touches. */
const TURN_FITS = 0.1;

/** Nine targets, row by row, from edge to edge. */
export function touchTargets({ width, height }: Field): readonly Point[] {
  const along = (length: number, share: number): number =>
    Math.round(MARGIN_PX + share * (length - 2 * MARGIN_PX));
  return THIRDS.flatMap((down) =>
    THIRDS.map((right) => ({ x: along(width, right), y: along(height, down) })),
  );
}

/** Whether a target was hit well enough to have pressed a button there. */
export function isHit({ target, touch }: TouchAnswer): boolean {
  return touch !== undefined && Math.hypot(touch.x - target.x, touch.y - target.y) <= HIT_RADIUS_PX;
}

/** Judges the panel by its answers. */
export function judgeTouches(answers: readonly TouchAnswer[], field: Field): TouchReport {
  const touched = answers.flatMap(({ target, touch }) => (touch ? [{ target, touch }] : []));
  const beside = touched.map(({ target, touch }) => ({
    x: touch.x - target.x,
    y: touch.y - target.y,
  }));
  const distances = beside.map(({ x, y }) => Math.hypot(x, y));
  const shift = { x: mean(beside.map(({ x }) => x)), y: mean(beside.map(({ y }) => y)) };
  const hits = answers.filter(isHit).length;
  const figures = {
    ...{ hits, missed: answers.length - hits, shift },
    meanPx: mean(distances),
    worstPx: Math.max(0, ...distances),
  };
  return { ...figures, finding: findingOf() };

  function findingOf(): TouchFinding {
    if (touched.length === 0) return 'silent';
    if (hits * 2 < answers.length && isTurned(touched, field)) return 'turned';
    if (touched.length < answers.length) return 'dead';
    const scatter = mean(beside.map(({ x, y }) => Math.hypot(x - shift.x, y - shift.y)));
    const shifted = Math.hypot(shift.x, shift.y);
    if (shifted > FINGER_PX && shifted >= scatter) return 'shifted';
    return figures.missed > 0 || figures.meanPx > FINGER_PX ? 'scattered' : 'good';
  }
}

type Touched = { readonly target: Point; readonly touch: Point };

/** Two touches do not tell a turn from chance. */
function isTurned(touched: readonly Touched[], { width, height }: Field): boolean {
  if (touched.length < 3) return false;
  const share = ({ x, y }: Point): Point => ({ x: x / width, y: y / height });
  return TURNS.some((turn) => {
    const errors = touched.map(({ target, touch }) => {
      const expected = turn(share(target));
      const found = share(touch);
      return Math.hypot(found.x - expected.x, found.y - expected.y);
    });
    return mean(errors) <= TURN_FITS;
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
