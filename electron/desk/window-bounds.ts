/** A rectangle in device-independent pixels, as Electron gives it. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Smallest useful desk: list and detail side by side at the desk's text sizes. */
export const SMALLEST_DESK = { width: 960, height: 640 } as const;

/** What has to be on a display for a window's title bar to be caught with the mouse. */
const VISIBLE = 80;

/**
 * Where a remembered window can open again: `undefined` when its place is on no display any more,
 * because a screen was unplugged or its resolution changed.
 */
export function fitBounds(
  remembered: Bounds | null,
  displays: readonly Bounds[],
): Bounds | undefined {
  if (remembered === null) return undefined;
  const home = displays.find((display) => isReachable(remembered, display));
  if (home === undefined) return undefined;
  return {
    ...remembered,
    width: Math.max(SMALLEST_DESK.width, Math.min(remembered.width, home.width)),
    height: Math.max(SMALLEST_DESK.height, Math.min(remembered.height, home.height)),
  };
}

function isReachable(window: Bounds, display: Bounds): boolean {
  const overlap =
    Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const isTitleInside = window.y >= display.y && window.y <= display.y + display.height - VISIBLE;
  return overlap >= VISIBLE && isTitleInside;
}
