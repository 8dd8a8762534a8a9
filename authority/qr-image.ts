import { createCanvas } from '@napi-rs/canvas';
import { encodeQR } from 'qr';

/** Modules of a QR code without its margin, row by row; `true` is dark. */
export type QrModules = readonly (readonly boolean[])[];

// ISO/IEC 18004 §5.3.8: four modules of light on every side.
const QUIET_ZONE = 4;

const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

/** The modules of a text, level M; certificates use the dense alphanumeric mode. Source: ISO/IEC 18004. */
export function qrModules(text: string): QrModules {
  const encoding = ALPHANUMERIC.test(text) ? 'alphanumeric' : 'byte';
  const framed = encodeQR(text, 'raw', { ecc: 'medium', encoding, border: 1 });
  // The library draws a margin of at least one module; ours is added where the code is drawn.
  return framed.slice(1, -1).map((row) => row.slice(1, -1));
}

/** The code as an SVG document with its margin, one unit a module. */
export function qrSvg(text: string): string {
  const modules = qrModules(text);
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
  const modules = qrModules(text);
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
