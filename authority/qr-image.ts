import { createCanvas } from '@napi-rs/canvas';
import {
  BinaryBitmap,
  DecodeHintType,
  Exception,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { encodeQR } from 'qr';

/** Modules of a QR code without its margin, row by row; `true` is dark. */
export type QrModules = readonly (readonly boolean[])[];

/** Modules of light on every side. Source: ISO/IEC 18004 §5.3.8. */
export const QUIET_ZONE = 4;

// ISO/IEC 18004 §7.8.2 knows eight.
const MASKS = [0, 1, 2, 3, 4, 5, 6, 7];
// Pixels for a module: a small, a middle and a close picture; each size fails other codes.
const READING_SIZES = [3, 5, 8];
const LIGHT = 0xff;

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

/** The modules of a text, level M; certificates use the dense alphanumeric mode. Source: ISO/IEC 18004. */
export function qrModules(text: string): QrModules {
  return encode(text, undefined);
}

/**
 * The modules of a text under the first mask that the ZXing family of readers gets back. Under the
 * mask of the standard about one code in seven holds data that imitates a finder pattern, and those
 * readers then look for the code in the wrong place, however clean the picture is.
 */
export function readableQrModules(text: string): QrModules {
  const standard = qrModules(text);
  if (readsBack(standard, text)) return standard;
  const others = MASKS.map((mask) => encode(text, mask));
  // None of the eight: as good as it was, and the kiosk's second engine reads it.
  return others.find((modules) => readsBack(modules, text)) ?? standard;
}

function encode(text: string, mask: number | undefined): QrModules {
  const encoding = ALPHANUMERIC.test(text) ? 'alphanumeric' : 'byte';
  const choice = mask === undefined ? {} : { mask };
  const framed = encodeQR(text, 'raw', { ecc: 'medium', encoding, border: 1, ...choice });
  // The library draws a margin of at least one module; ours is added where the code is drawn.
  return framed.slice(1, -1).map((row) => row.slice(1, -1));
}

function readsBack(modules: QrModules, text: string): boolean {
  return READING_SIZES.every((size) => readCode(drawLuminance(modules, size)) === text);
}

function drawLuminance(modules: QrModules, pixelsPerModule: number): RGBLuminanceSource {
  const side = (modules.length + 2 * QUIET_ZONE) * pixelsPerModule;
  const pixels = new Uint8ClampedArray(side * side).fill(LIGHT);
  modules.forEach((row, y) => {
    const first = (y + QUIET_ZONE) * pixelsPerModule;
    row.forEach((dark, x) => {
      if (!dark) return;
      const left = (x + QUIET_ZONE) * pixelsPerModule;
      for (let line = first; line < first + pixelsPerModule; line++)
        pixels.fill(0, line * side + left, line * side + left + pixelsPerModule);
    });
  });
  return new RGBLuminanceSource(pixels, side, side);
}

function readCode(source: RGBLuminanceSource): string | undefined {
  try {
    const hints = new Map([[DecodeHintType.TRY_HARDER, true]]);
    return new QRCodeReader()
      .decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
      .getText();
  } catch (error) {
    // How that reader says: no code found, or found in the wrong place.
    if (error instanceof Exception) return undefined;
    throw error;
  }
}

/** The code as an SVG document with its margin, one unit a module. */
export function qrSvg(text: string): string {
  const modules = readableQrModules(text);
  const side = modules.length + 2 * QUIET_ZONE;
  const path = modules.map((row, y) => rowPath(row, y + QUIET_ZONE)).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>\n`,
  ].join('');
}

function rowPath(row: readonly boolean[], y: number): string {
  return row.map((dark, x) => (dark ? `M${x + QUIET_ZONE} ${y}h1v1h-1z` : '')).join('');
}

/**
 * The code as a PNG image with its margin.
 * @param pixelsPerModule width of one module in pixels
 */
export function qrPng(text: string, pixelsPerModule = 8): Uint8Array {
  const modules = readableQrModules(text);
  const side = (modules.length + 2 * QUIET_ZONE) * pixelsPerModule;
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#000';
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return;
      const left = (x + QUIET_ZONE) * pixelsPerModule;
      context.fillRect(left, (y + QUIET_ZONE) * pixelsPerModule, pixelsPerModule, pixelsPerModule);
    });
  });
  return canvas.toBuffer('image/png');
}
