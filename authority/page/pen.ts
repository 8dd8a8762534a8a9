import type { QrModules } from '../qr-image.ts';
import {
  type PageContext,
  prepareText,
  type TextRun,
  type TextStyle,
  textRuns,
} from './page-fonts.ts';
import { wrapText } from './wrap-text.ts';

/** Where something is drawn; points from the upper left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Draws on one page, in points. Every verb for text gives the y of what follows. */
export interface Pen {
  /** Lines of text; `y` is the upper edge, the result the lower one. */
  readonly paragraph: (text: string, place: Place, style: TextStyle) => number;
  /** How many lines a text takes. */
  readonly countLines: (text: string, width: number, style: TextStyle) => number;
  readonly widthOf: (text: string, style: TextStyle) => number;
  readonly rule: (place: Place, thickness: number, colour: string) => void;
  /** A QR code without its margin; `place.width` is that of the code itself. */
  readonly qr: (modules: QrModules, place: Place) => void;
  /** Large letters across the page, under everything else. */
  readonly watermark: (text: string, centre: Place, style: TextStyle) => void;
}

const LINE_HEIGHT = 1.42;
// Where the baseline lies in a line of that height.
const BASELINE = 1.06;
const BLACK = '#000000';
const WHITE = '#FFFFFF';
const QUIET_ZONE = 4;

/** A pen for a page. */
export function createPen(context: PageContext): Pen {
  prepareText(context);
  const widthOf = (text: string, style: TextStyle): number =>
    textRuns(text, style).reduce((sum, run) => sum + widthOfRun(context, run), 0);
  const linesOf = (text: string, width: number, style: TextStyle): readonly string[] =>
    wrapText(text, width, (line) => widthOf(line, style));
  return {
    widthOf,
    countLines: (text, width, style) => linesOf(text, width, style).length,
    paragraph(text, { x, y, width }, style) {
      const lines = linesOf(text, width, style);
      context.fillStyle = style.colour;
      lines.forEach((line, index) => {
        const baseline = y + style.size * (BASELINE + index * LINE_HEIGHT);
        drawLine(context, textRuns(line, style), { x, y: baseline });
      });
      return y + lines.length * style.size * LINE_HEIGHT;
    },
    rule({ x, y, width }, thickness, colour) {
      context.fillStyle = colour;
      context.fillRect(x, y, width, thickness);
    },
    qr: (modules, place) => drawQr(context, modules, place),
    watermark(text, { x, y }, style) {
      const width = widthOf(text, style);
      context.save();
      context.translate(x, y);
      context.rotate(-Math.PI / 5);
      context.fillStyle = style.colour;
      drawLine(context, textRuns(text, style), { x: -width / 2, y: style.size * 0.35 });
      context.restore();
    },
  };
}

function drawLine(
  context: PageContext,
  runs: readonly TextRun[],
  { x, y }: Pick<Place, 'x' | 'y'>,
): void {
  let left = x;
  for (const run of runs) {
    const width = widthOfRun(context, run);
    context.fillText(run.text, left, y);
    left += width;
  }
}

function widthOfRun(context: PageContext, { text, font, variation }: TextRun): number {
  context.fontVariationSettings = variation;
  context.font = font;
  return context.measureText(text).width;
}

// Runs of dark modules as rectangles of one path: one fill has no seams between its parts.
function drawQr(context: PageContext, modules: QrModules, { x, y, width }: Place): void {
  const module = width / modules.length;
  // Its margin is part of the code (ISO/IEC 18004 §5.3.8): nothing may shine through there.
  const margin = QUIET_ZONE * module;
  context.fillStyle = WHITE;
  context.fillRect(x - margin, y - margin, width + 2 * margin, width + 2 * margin);
  context.beginPath();
  modules.forEach((row, line) => {
    for (const [start, length] of darkRuns(row))
      context.rect(x + start * module, y + line * module, length * module, module);
  });
  context.fillStyle = BLACK;
  context.fill();
}

function darkRuns(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, at) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === at) last[1]++;
    else runs.push([at, 1]);
  });
  return runs;
}
