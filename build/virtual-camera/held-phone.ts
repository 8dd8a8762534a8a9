import type { QrMatrix } from './qr-matrix.ts';

/** A square-pixel grey image that is looked up by position; the face of the phone with its code. */
export type Texture = {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
};

const WIDTH = 600;
const HEIGHT = 736;
const BEZEL = 14;
/** A screen is no paper: its white is not the picture's white and its black shines a little. */
const SHADES = { bezel: 26, white: 206, black: 44, caption: 120 } as const;
const QUIET_MODULES = 4;

/** Draws a phone that shows the code with its quiet zone, and a line of caption below it. */
export function drawPhone(code: QrMatrix): Texture {
  const values = new Uint8Array(WIDTH * HEIGHT).fill(SHADES.bezel);
  const texture = { width: WIDTH, height: HEIGHT, values };
  const side = WIDTH - 2 * BEZEL;
  fillBox(
    texture,
    { left: BEZEL, top: BEZEL, width: side, height: HEIGHT - 2 * BEZEL },
    SHADES.white,
  );
  fillBox(texture, { left: 150, top: 652, width: 300, height: 18 }, SHADES.caption);
  fillBox(texture, { left: 210, top: 686, width: 180, height: 12 }, SHADES.caption);
  drawModules(texture, code, { left: BEZEL, top: BEZEL + 24, side });
  return texture;
}

type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

function fillBox(texture: Texture, box: Box, shade: number): void {
  for (let y = box.top; y < box.top + box.height; y += 1) {
    const start = y * texture.width + box.left;
    texture.values.fill(shade, start, start + box.width);
  }
}

function drawModules(
  texture: Texture,
  code: QrMatrix,
  place: { readonly left: number; readonly top: number; readonly side: number },
): void {
  const scale = (code.length + 2 * QUIET_MODULES) / place.side;
  for (let y = 0; y < place.side; y += 1) {
    const row = code[Math.floor((y + 0.5) * scale) - QUIET_MODULES];
    if (row === undefined) continue;
    const start = (place.top + y) * texture.width + place.left;
    for (let x = 0; x < place.side; x += 1) {
      const dark = row[Math.floor((x + 0.5) * scale) - QUIET_MODULES];
      if (dark) texture.values[start + x] = SHADES.black;
    }
  }
}
