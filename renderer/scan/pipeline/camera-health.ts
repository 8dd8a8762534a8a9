import { isBlack, isSame, type Thumbnail } from './thumbnail.ts';

/** Why a camera that delivers frames still gives no picture. */
export type NoPicture = 'black' | 'frozen';

/** How the picture is. */
export interface Health {
  /** Whether this frame is a picture: neither black nor the same as the one before. */
  readonly hasPicture: boolean;
  /** What is wrong, once it has been wrong for a while. */
  readonly noPicture: NoPicture | undefined;
}

/** A camera that shows nothing for so long is opened anew; less could be a hand before the lens. */
const NO_PICTURE_AFTER_MS: Readonly<Record<NoPicture, number>> = { black: 2_200, frozen: 1_900 };

/** Without frames for so long the camera was opened anew, and may begin in the dark like any. */
const NEW_START_AFTER_MS = 700;

/** Watches frame after frame whether there is a picture, and how long there has been none. */
export function createHealthWatch(): (thumbnail: Thumbnail, nowMs: number) => Health {
  let previous: Thumbnail | undefined;
  let previousMs = Number.NEGATIVE_INFINITY;
  let lastAliveMs = Number.POSITIVE_INFINITY;
  let lastLightMs = Number.POSITIVE_INFINITY;
  return (thumbnail, nowMs) => {
    const isNewStart = nowMs - previousMs >= NEW_START_AFTER_MS;
    const isAlive = previous !== undefined && !isSame(previous, thumbnail);
    const isLight = !isBlack(thumbnail);
    if (isNewStart || isAlive) lastAliveMs = nowMs;
    if (isNewStart || isLight) lastLightMs = nowMs;
    previous = thumbnail;
    previousMs = nowMs;
    const wrong = { black: nowMs - lastLightMs, frozen: nowMs - lastAliveMs };
    return { hasPicture: isAlive && isLight, noPicture: wrongForLong(wrong) };
  };
}

function wrongForLong({ black, frozen }: Readonly<Record<NoPicture, number>>) {
  if (black >= NO_PICTURE_AFTER_MS.black) return 'black';
  return frozen >= NO_PICTURE_AFTER_MS.frozen ? 'frozen' : undefined;
}
