/** Side of the corner that is tapped, in pixels of the page. */
const CORNER = 140;
const TAPS = 7;
/** All taps have to come within this time: nobody arrives at seven by chance. */
const WITHIN_MS = 5_000;

/** Counts the taps in the top left corner and says when there were enough. Pure: time is an argument. */
export function createTapCounter(): (x: number, y: number, nowMs: number) => boolean {
  let taps: readonly number[] = [];
  return (x, y, nowMs) => {
    if (x > CORNER || y > CORNER) {
      taps = [];
      return false;
    }
    taps = [...taps.filter((at) => nowMs - at < WITHIN_MS), nowMs];
    if (taps.length < TAPS) return false;
    taps = [];
    return true;
  };
}

/** Calls back when somebody makes the gesture of the staff; gives the function that stops it. */
export function watchHiddenGesture(page: Document, onGesture: () => void): () => void {
  const isComplete = createTapCounter();
  const onDown = ({ clientX, clientY }: PointerEvent): void => {
    if (isComplete(clientX, clientY, performance.now())) onGesture();
  };
  // While the event goes down: whatever lies in the corner, the taps are counted.
  page.addEventListener('pointerdown', onDown, { capture: true });
  return () => page.removeEventListener('pointerdown', onDown, { capture: true });
}
