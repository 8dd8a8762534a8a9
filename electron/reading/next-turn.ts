/**
 * Lets the event loop turn: only between two turns the memory of pixels is given back, and a page
 * hears how much it has worked.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
