import type { Texture } from './held-phone.ts';

/** How out of focus, in texture pixels each way; a larger one sideways is a moving hand. */
export type Blur = { readonly across: number; readonly down: number };

/** Lines of values inside one array: where they start, and how far neighbours are apart. */
type Lines = {
  readonly count: number;
  readonly between: number;
  readonly length: number;
  readonly step: number;
};

/** A blurred copy: two running means each way come close to a lens out of focus. */
export function defocus(texture: Texture, blur: Blur): Texture {
  const { width, height } = texture;
  const rows = { count: height, between: width, length: width, step: 1 };
  const columns = { count: width, between: 1, length: height, step: width };
  let values = texture.values;
  for (let pass = 0; pass < 2; pass += 1) {
    values = runMean(values, rows, blur.across);
    values = runMean(values, columns, blur.down);
  }
  return { width, height, values };
}

/** The mean over `radius` neighbours on both sides; the outermost count by the radius's fraction. */
function runMean(values: Uint8Array, lines: Lines, radius: number): Uint8Array {
  const result = values.slice();
  const whole = Math.floor(radius);
  const fraction = radius - whole;
  const weight = 1 / (1 + 2 * radius);
  const at = (index: number): number => values[index] ?? 0;
  for (let line = 0; line < lines.count; line += 1) {
    const first = line * lines.between;
    let sum = 0;
    for (let near = 0; near <= 2 * whole; near += 1) sum += at(first + near * lines.step);
    for (let place = whole + 1; place < lines.length - whole - 1; place += 1) {
      const centre = first + place * lines.step;
      const before = at(centre - (whole + 1) * lines.step);
      const after = at(centre + (whole + 1) * lines.step);
      sum += at(centre + whole * lines.step) - before;
      result[centre] = (sum + fraction * (before + after)) * weight;
    }
  }
  return result;
}
