/** Grey values row by row, 0 is black. What a camera's Y plane is, without its colours. */
export interface LumaImage {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
}

/** A part of an image in whole pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Copies a part of an image; the region has to lie inside it. */
export function crop(image: LumaImage, region: Region): LumaImage {
  const { left, top, width, height } = region;
  const luma = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * image.width + left;
    luma.set(image.luma.subarray(from, from + width), y * width);
  }
  return { width, height, luma };
}

/** The region with a margin of this share of its longer side, cut off at the image's edges. */
export function widen(region: Region, share: number, image: LumaImage): Region {
  const margin = Math.ceil(Math.max(region.width, region.height) * share);
  const left = Math.max(0, region.left - margin);
  const top = Math.max(0, region.top - margin);
  const right = Math.min(image.width, region.left + region.width + margin);
  const bottom = Math.min(image.height, region.top + region.height + margin);
  return { left, top, width: right - left, height: bottom - top };
}

/** The image with its outermost pixels repeated outwards, for what looks at surroundings. */
export function withRim({ width, height, luma }: LumaImage, rim: number): LumaImage {
  const wide = { width: width + 2 * rim, height: height + 2 * rim };
  const result = new Uint8Array(wide.width * wide.height);
  for (let y = 0; y < wide.height; y += 1) {
    const from = Math.min(height - 1, Math.max(0, y - rim)) * width;
    const to = y * wide.width;
    result.fill(luma[from] ?? 0, to, to + rim);
    result.set(luma.subarray(from, from + width), to + rim);
    result.fill(luma[from + width - 1] ?? 0, to + rim + width, to + wide.width);
  }
  return { ...wide, luma: result };
}
