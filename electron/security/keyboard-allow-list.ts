import type { WebContents } from 'electron';

/** A key press as Electron reports it before the page or the menu sees it. */
export interface KeyPress {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** What moves the focus and presses a button; the kiosk has no text field yet. */
const ALLOWED_KEYS: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  ' ',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Shift',
]);

/** Whether the page may see this key. Every combination (reload, close, zoom, inspector) is refused. */
export function isKeyAllowed(press: KeyPress): boolean {
  return !press.control && !press.alt && !press.meta && ALLOWED_KEYS.has(press.key);
}

/** Kiosk escapes, SECURITY 4.4: an allow-list, because a deny-list misses the next shortcut. */
export function limitKeyboard(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (!isKeyAllowed(input)) event.preventDefault();
  });
}
