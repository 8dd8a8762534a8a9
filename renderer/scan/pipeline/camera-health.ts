import { isBlack, isSame, type Thumbnail } from './thumbnail.ts';

/** Why a camera that delivers frames still gives no picture. */
export type NoPicture = 'black' | 'frozen';

/** A camera that shows nothing for so long is opened anew; less could be a hand before the lens. */
const NO_PICTURE_AFTER_MS = 2_500;

/**
 * Watches frame after frame whether there is a picture; answers what is wrong once it has been
 * wrong for two and a half seconds, and `undefined` while all is well.
 */
export function createHealthWatch(): (
  thumbnail: Thumbnail,
  nowMs: number,
) => NoPicture | undefined {
  let previous: Thumbnail | undefined;
  let lastAliveMs: number | undefined;
  let lastLightMs: number | undefined;
  return (thumbnail, nowMs) => {
    if (previous === undefined || !isSame(previous, thumbnail)) lastAliveMs = nowMs;
    if (!isBlack(thumbnail)) lastLightMs = nowMs;
    lastLightMs ??= nowMs;
    previous = thumbnail;
    if (nowMs - lastLightMs >= NO_PICTURE_AFTER_MS) return 'black';
    if (lastAliveMs !== undefined && nowMs - lastAliveMs >= NO_PICTURE_AFTER_MS) return 'frozen';
    return undefined;
  };
}
