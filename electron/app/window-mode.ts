/** How the window stands on the screen: all of it, or a window of a given content size in pixels. */
export type WindowMode =
  | { readonly kind: 'kiosk' }
  | { readonly kind: 'windowed'; readonly width: number; readonly height: number };

/** A small landscape panel that fits any desk. */
const DEFAULT_SIZE = { width: 1_280, height: 800 };

const SIZE = /^(?<width>\d{3,4})x(?<height>\d{3,4})$/;

/**
 * Reads the value of `--windowed`: `true` without a size, else `1080x1920`.
 * `undefined` when the size cannot be read.
 */
export function parseWindowMode(value: true | string): WindowMode | undefined {
  if (value === true) return { kind: 'windowed', ...DEFAULT_SIZE };
  const groups = SIZE.exec(value)?.groups;
  if (groups === undefined) return undefined;
  return { kind: 'windowed', width: Number(groups.width), height: Number(groups.height) };
}
