import type { Random } from '../../../build/virtual-camera/seeded-random.ts';
import type { LightField } from './blur.ts';

/** Draws what stands behind the code: soft walls, hard-edged furniture, print and a keyboard. */
export function drawHall(
  size: { readonly width: number; readonly height: number },
  random: Random,
): LightField {
  const { width, height } = size;
  const values = new Float32Array(width * height);
  const field = { width, height, values };
  const left = 90 + 60 * random();
  const right = 60 + 80 * random();
  for (let index = 0; index < values.length; index += 1) {
    const across = (index % width) / width;
    values[index] = left + (right - left) * across;
  }
  for (let count = 0; count < 14; count += 1) drawFurniture(field, random);
  for (let count = 0; count < 3; count += 1) drawPrint(field, random);
  return field;
}

function drawFurniture(field: LightField, random: Random): void {
  const box = {
    left: random() * field.width,
    top: random() * field.height,
    width: (0.03 + 0.2 * random()) * field.width,
    height: (0.03 + 0.3 * random()) * field.height,
  };
  fill(field, box, 20 + 180 * random());
}

/** Lines of small dark marks: as busy as a code, and none. */
function drawPrint(field: LightField, random: Random): void {
  const mark = 3 + Math.floor(random() * 5);
  const place = { left: random() * field.width, top: random() * field.height };
  const lines = 4 + Math.floor(random() * 8);
  fill(field, { ...place, width: mark * 40, height: mark * 2 * lines }, 190);
  for (let line = 0; line < lines; line += 1) {
    for (let column = 1; column < 39; column += 1) {
      if (random() < 0.4) continue;
      const left = place.left + column * mark;
      const top = place.top + (2 * line + 0.5) * mark;
      fill(field, { left, top, width: mark * (0.4 + 0.6 * random()), height: mark }, 50);
    }
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function fill({ width, height, values }: LightField, box: Box, value: number): void {
  const right = Math.min(width, Math.round(box.left + box.width));
  const bottom = Math.min(height, Math.round(box.top + box.height));
  for (let y = Math.round(box.top); y < bottom; y += 1) {
    values.fill(value, y * width + Math.min(right, Math.round(box.left)), y * width + right);
  }
}
