/** A picture of light, before the sensor rounds it. */
export interface LightField {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Blurs in place like a lens out of focus: three running means come close to a bell. */
export function defocus(field: LightField, sigma: number): void {
  if (sigma < 0.2) return;
  const radius = boxRadius(sigma);
  const { width, height } = field;
  for (let pass = 0; pass < 3; pass += 1) {
    runMeans(field.values, { count: height, between: width, length: width, step: 1 }, radius);
    runMeans(field.values, { count: width, between: 1, length: height, step: width }, radius);
  }
}

/** A part of a field in whole pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How something moved while the sensor looked. */
export interface Movement {
  /** In pixels. */
  readonly length: number;
  readonly angle: number;
  /** What moved; the hall behind stands still. */
  readonly box: Box;
}

/** Smears a part along a line; returns a new picture. */
export function smear(field: LightField, { length, angle, box }: Movement): LightField {
  const taps = Math.max(1, Math.ceil(length));
  const { width, height, values } = field;
  const result = values.slice();
  for (let y = box.top; y < box.bottom; y += 1) {
    result.fill(0, y * width + box.left, y * width + box.right);
  }
  for (let tap = 0; tap < taps; tap += 1) {
    const along = taps === 1 ? 0 : (tap / (taps - 1) - 0.5) * length;
    const dx = Math.round(along * Math.cos(angle));
    const dy = Math.round(along * Math.sin(angle));
    for (let y = box.top; y < box.bottom; y += 1) {
      const from = Math.min(height - 1, Math.max(0, y + dy)) * width;
      for (let x = box.left; x < box.right; x += 1) {
        const column = Math.min(width - 1, Math.max(0, x + dx));
        result[y * width + x] = (result[y * width + x] ?? 0) + (values[from + column] ?? 0) / taps;
      }
    }
  }
  return { width, height, values: result };
}

/** Three means of this radius (a fraction counts) have together the variance of the bell. */
function boxRadius(sigma: number): number {
  return (Math.sqrt(4 * sigma * sigma + 1) - 1) / 2;
}

interface Lines {
  readonly count: number;
  readonly between: number;
  readonly length: number;
  readonly step: number;
}

function runMeans(values: Float32Array, lines: Lines, radius: number): void {
  const whole = Math.floor(radius);
  const fraction = radius - whole;
  const weight = 1 / (1 + 2 * radius);
  const line = new Float32Array(lines.length + 2 * (whole + 1));
  for (let index = 0; index < lines.count; index += 1) {
    const first = index * lines.between;
    // The edges are repeated outwards.
    for (let place = 0; place < line.length; place += 1) {
      const inside = Math.min(lines.length - 1, Math.max(0, place - whole - 1));
      line[place] = values[first + inside * lines.step] ?? 0;
    }
    let sum = 0;
    for (let place = 1; place <= 2 * whole + 1; place += 1) sum += line[place] ?? 0;
    for (let place = 0; place < lines.length; place += 1) {
      const before = line[place] ?? 0;
      const after = line[place + 2 * whole + 2] ?? 0;
      values[first + place * lines.step] = (sum + fraction * (before + after)) * weight;
      sum += after - (line[place + 1] ?? 0);
    }
  }
}
