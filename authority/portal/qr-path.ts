import { type QrModules, QUIET_ZONE } from '../qr-image.ts';

/** A QR code as one SVG path, a unit a module, in a square that includes its margin. */
export interface QrPath {
  readonly side: number;
  readonly path: string;
}

/** Draws the dark modules, a stroke for each run of them in a row. */
export function qrPath(modules: QrModules): QrPath {
  const path = modules.map((row, y) => rowPath(row, y + QUIET_ZONE)).join('');
  return { side: modules.length + 2 * QUIET_ZONE, path };
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x++;
    path += `M${start + QUIET_ZONE} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
  }
  return path;
}
