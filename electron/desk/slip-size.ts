import type { SlipRequest } from '../../shared/ipc/desk-verbs.ts';

/** A page in micrometres, as `webContents.print` wants it. */
export interface PageMicrons {
  readonly width: number;
  readonly height: number;
}

const MICRONS_PER_MILLIMETRE = 1_000;
const MICRONS_PER_INCH = 25_400;

const WIDTHS = { '58mm': 58, '80mm': 80, a4: 210 } as const;
const A4_LENGTH = 297;

/**
 * The page a slip is printed on. It is always passed: without one, printing without a dialog falls
 * back to A4, which a receipt printer cuts off (electron/electron 49374).
 */
export function slipPage({ paper, lengthMillimetres }: SlipRequest): PageMicrons {
  const length = paper === 'a4' ? A4_LENGTH : lengthMillimetres;
  return {
    width: WIDTHS[paper] * MICRONS_PER_MILLIMETRE,
    height: length * MICRONS_PER_MILLIMETRE,
  };
}

/** The same page in inches, as `webContents.printToPDF` wants it. */
export function inInches({ width, height }: PageMicrons): { width: number; height: number } {
  return { width: width / MICRONS_PER_INCH, height: height / MICRONS_PER_INCH };
}
