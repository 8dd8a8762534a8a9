/** Frames looked at before a judgement; three seconds at full rate. */
const WINDOW = 90;
/** A frame that takes longer than two of the camera's is one that costs others. */
const SLOW_MS = 66;

/**
 * Judges whether the machine keeps up with the camera. Answers `false` once more than half of the
 * last frames took too long; single slow frames are what hard attempts are for.
 */
export function createKeepUpJudge(): (readMs: number) => boolean {
  const slow: boolean[] = [];
  return (readMs) => {
    slow.push(readMs > SLOW_MS);
    if (slow.length < WINDOW) return true;
    const count = slow.filter(Boolean).length;
    slow.splice(0, slow.length - WINDOW + 1);
    return count * 2 <= WINDOW;
  };
}
