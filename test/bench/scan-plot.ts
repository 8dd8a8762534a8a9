import type { Axis } from './frames/axes.ts';

/** One reader's share of frames read at each step of an axis, from 0 to 1. */
export interface Curve {
  readonly name: string;
  readonly isOurs: boolean;
  readonly shares: readonly number[];
}

const WIDTH = 560;
const HEIGHT = 300;
const BOX = { left: 46, top: 34, width: 290, height: 210 } as const;
const COLOURS = [
  '#64748b',
  '#0284c7',
  '#7c3aed',
  '#db2777',
  '#d97706',
  '#65a30d',
  '#0d9488',
  '#9f1239',
  '#171717',
];
/** The second of ours is the same scanner with less time. */
const DASHES = ['', ' stroke-dasharray="5 3"'];

/** Draws how the readers fare along an axis, as an SVG file's text. */
export function plotAxis(axis: Axis, curves: readonly Curve[]): string {
  const parts = [
    `<title>Share of frames read by ${axis.name} (${axis.unit})</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    label(BOX.left, 20, `${axis.name} (${axis.unit})`, 'font-weight="600"'),
    ...gridLines(),
    ...axis.steps.map((step, index) =>
      label(xOf(index, axis), BOX.top + BOX.height + 18, String(step), 'text-anchor="middle"'),
    ),
    ...curves.flatMap((curve, index) => {
      const before = curves.slice(0, index).filter(({ isOurs }) => isOurs === curve.isOurs).length;
      return drawCurve(curve, { row: index, before }, axis);
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">\n${parts.join('\n')}\n</svg>\n`;
}

function gridLines(): readonly string[] {
  return [0, 0.5, 1].flatMap((share) => {
    const y = yOf(share);
    const line = `<path d="M${BOX.left} ${y}h${BOX.width}" stroke="#e2e8f0"/>`;
    return [line, label(BOX.left - 6, y + 4, `${share * 100} %`, 'text-anchor="end"')];
  });
}

interface Turn {
  readonly row: number;
  /** Curves of the same kind before it. */
  readonly before: number;
}

function drawCurve(curve: Curve, { row, before }: Turn, axis: Axis): readonly string[] {
  const colour = curve.isOurs ? '#dc2626' : (COLOURS[before % COLOURS.length] ?? '#000');
  const dash = curve.isOurs ? (DASHES[before] ?? '') : '';
  const points = curve.shares.map((share, step) => `${xOf(step, axis)},${yOf(share)}`).join(' ');
  const width = curve.isOurs ? 3 : 1.5;
  const y = BOX.top + 12 + 18 * row;
  const x = BOX.left + BOX.width + 14;
  return [
    `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}/>`,
    `<path d="M${x} ${y - 4}h14" stroke="${colour}" stroke-width="${width}"${dash}/>`,
    label(x + 18, y, curve.name, 'font-size="10"'),
  ];
}

function xOf(index: number, { steps }: Axis): number {
  return Math.round(BOX.left + (index * BOX.width) / Math.max(1, steps.length - 1));
}

function yOf(share: number): number {
  return Math.round(BOX.top + (1 - share) * BOX.height);
}

function label(x: number, y: number, text: string, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${text}</text>`;
}
