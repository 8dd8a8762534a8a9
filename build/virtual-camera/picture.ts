/** One 4:2:0 picture in memory: full luma, both chroma planes at half size each way. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
  readonly blue: Uint8Array;
  readonly red: Uint8Array;
};

/** Pixels; both even, because the chroma planes have half of each. */
export type PictureSize = { readonly width: number; readonly height: number };

/** The value of both chroma planes for grey. */
export const NEUTRAL_CHROMA = 128;

/** Creates a black picture. */
export function createPicture({ width, height }: PictureSize): Picture {
  const quarter = (width / 2) * (height / 2);
  return {
    width,
    height,
    luma: new Uint8Array(width * height).fill(16),
    blue: new Uint8Array(quarter).fill(NEUTRAL_CHROMA),
    red: new Uint8Array(quarter).fill(NEUTRAL_CHROMA),
  };
}

/** Copies the planes of a picture over those of another of the same size. */
export function copyPicture(from: Picture, to: Picture): void {
  to.luma.set(from.luma);
  to.blue.set(from.blue);
  to.red.set(from.red);
}

/** Luma as video carries it: 16 is black, 235 is white. */
export function toVideoLuma(value: number): number {
  return value < 16 ? 16 : Math.min(value, 235);
}
