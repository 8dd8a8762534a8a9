import { isBlack, isSame, type Thumbnail } from './thumbnail.ts';

/** Why a camera that delivers frames still gives no picture. */
export type NoPicture = 'black' | 'frozen';

/** A camera that shows nothing for so long is opened anew; less could be a hand before the lens. */
const NO_PICTURE_AFTER_MS = 2_500;

/** Without frames for so long the camera was opened anew, and may begin in the dark like any. */
const NEW_START_AFTER_MS = 700;

/**
 * Watches frame after frame whether there is a picture; answers what is wrong once it has been
 * wrong for two and a half seconds, and `undefined` while all is well.
 */
export function createHealthWatch(): (
  thumbnail: Thumbnail,
  nowMs: number,
) => NoPicture | undefined {
  let previous: Thumbnail | undefined;
  let previousMs = Number.NEGATIVE_INFINITY;
  let lastAliveMs = Number.POSITIVE_INFINITY;
  let lastLightMs = Number.POSITIVE_INFINITY;
  return (thumbnail, nowMs) => {
    const isNewStart = nowMs - previousMs >= NEW_START_AFTER_MS;
    const isAlive = previous === undefined || !isSame(previous, thumbnail);
    if (isNewStart || isAlive) lastAliveMs = nowMs;
    if (isNewStart || !isBlack(thumbnail)) lastLightMs = nowMs;
    previous = thumbnail;
    previousMs = nowMs;
    if (nowMs - lastLightMs >= NO_PICTURE_AFTER_MS) return 'black';
    if (nowMs - lastAliveMs >= NO_PICTURE_AFTER_MS) return 'frozen';
    return undefined;
  };
}
