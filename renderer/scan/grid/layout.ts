/** What a QR code's version settles about its modules (ISO/IEC 18004:2015 §5.3 and §6.3). */
export interface Layout {
  readonly version: number;
  readonly modules: number;
  /** 1 for a module that is always light, 2 for one that is always dark, 0 for all others. */
  readonly known: Uint8Array;
  /** Places of the data's bits (row times modules plus column), in the order of their writing. */
  readonly data: Uint16Array;
}

/** Marks of modules. */
export const LIGHT = 1;
export const DARK = 2;
const RESERVED = 3;

/** The layout of a code with so many modules a side; `undefined` where there is no such code. */
export function layoutOf(modules: number): Layout | undefined {
  const present = DRAWN.get(modules) ?? drawLayout(modules);
  if (present !== undefined) DRAWN.set(modules, present);
  return present;
}

/** Each is needed in frame after frame. */
const DRAWN = new Map<number, Layout>();

function drawLayout(modules: number): Layout | undefined {
  const version = (modules - 17) / 4;
  if (!Number.isInteger(version) || version < 2 || version > 40) return undefined;
  const marks = new Uint8Array(modules * modules);
  const set = (x: number, y: number, mark: number) => {
    if (x >= 0 && y >= 0 && x < modules && y < modules) marks[y * modules + x] = mark;
  };
  for (let index = 8; index < modules - 8; index += 1) {
    set(index, 6, index % 2 === 0 ? DARK : LIGHT);
    set(6, index, index % 2 === 0 ? DARK : LIGHT);
  }
  markAlignments(alignmentCentres(version), set);
  markReserved(modules, version, set);
  for (const [x, y] of [
    [3, 3],
    [modules - 4, 3],
    [3, modules - 4],
  ] as const) {
    markFinder(x, y, set);
  }
  return {
    version,
    modules,
    known: marks.map((mark) => (mark === RESERVED ? 0 : mark)),
    data: dataPlaces(marks, modules),
  };
}

type Set = (x: number, y: number, mark: number) => void;

/** Rows and columns of the alignment patterns' centres (Annex E). */
function alignmentCentres(version: number): readonly number[] {
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const centres = [6];
  for (let index = count - 2; index >= 0; index -= 1) centres.push(version * 4 + 10 - index * step);
  return centres;
}

function markAlignments(centres: readonly number[], set: Set): void {
  const last = centres.length - 1;
  for (const [row, y] of centres.entries()) {
    for (const [column, x] of centres.entries()) {
      const isFinder =
        (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
      if (!isFinder) markRings(x, y, { reach: 2, set });
    }
  }
}

function markFinder(x: number, y: number, set: Set): void {
  markRings(x, y, { reach: 4, set });
}

/** Square rings around a centre: the outermost of a finder is light, of an alignment dark. */
function markRings(
  x: number,
  y: number,
  { reach, set }: { readonly reach: number; readonly set: Set },
): void {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      const isLight = reach === 4 ? ring === 2 || ring === 4 : ring === 1;
      set(x + dx, y + dy, isLight ? LIGHT : DARK);
    }
  }
}

/** Format and version information: neither data nor known beforehand. */
function markReserved(modules: number, version: number, set: Set): void {
  for (let index = 0; index < 9; index += 1) {
    if (index === 6) continue;
    set(8, index, RESERVED);
    set(index, 8, RESERVED);
  }
  for (let index = 0; index < 8; index += 1) {
    set(modules - 1 - index, 8, RESERVED);
    set(8, modules - 1 - index, RESERVED);
  }
  set(8, modules - 8, DARK);
  if (version < 7) return;
  for (let index = 0; index < 18; index += 1) {
    const across = modules - 11 + (index % 3);
    set(across, Math.floor(index / 3), RESERVED);
    set(Math.floor(index / 3), across, RESERVED);
  }
}

/** Two columns at a time from the right, upwards and downwards in turn (§7.7.3). */
function dataPlaces(marks: Uint8Array, modules: number): Uint16Array {
  const places: number[] = [];
  for (let right = modules - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUpward = ((right + 1) & 2) === 0;
    for (let step = 0; step < modules; step += 1) {
      const row = isUpward ? modules - 1 - step : step;
      for (const column of [right, right - 1]) {
        const place = row * modules + column;
        if (marks[place] === 0) places.push(place);
      }
    }
  }
  return Uint16Array.from(places);
}
