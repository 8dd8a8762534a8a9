/** What a touch or a mouse could do besides pressing a button. */
const BLOCKED = ['contextmenu', 'dragstart', 'dragover', 'drop', 'selectstart'] as const;

/** Leaves the page with nothing to open, drag, drop or select. */
export function blockGestures(page: Document): void {
  for (const gesture of BLOCKED) {
    page.addEventListener(gesture, (event) => event.preventDefault());
  }
}
