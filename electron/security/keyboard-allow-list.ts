import type { WebContents } from 'electron';

/** A key press as Electron reports it before the page or the menu sees it. */
export interface KeyPress {
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** What moves the focus and presses a button. */
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

/** With Ctrl or Command a clerk edits text and uses the desk's own switches, and nothing else. */
const CLERK_COMBINATIONS: ReadonlySet<string> = new Set([
  'a',
  'c',
  'd',
  'k',
  'l',
  'o',
  't',
  'v',
  'x',
  'z',
]);

/**
 * Whether the page of a clerk's desk may see this key: all typing and the function keys, but no
 * combination that reloads, closes, zooms or inspects.
 */
export function isClerkKeyAllowed(press: KeyPress): boolean {
  if (press.alt) return false;
  if (press.control || press.meta) return CLERK_COMBINATIONS.has(press.key.toLowerCase());
  return true;
}

const CLERK_PAGES = new WeakSet<WebContents>();

/** Marks the page of a clerk's desk, before anything is typed into it. */
export function allowTyping(contents: WebContents): void {
  CLERK_PAGES.add(contents);
}

/** Against escapes from a kiosk: an allow-list, because a deny-list misses the next shortcut. */
export function limitKeyboard(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    const isAllowed = CLERK_PAGES.has(contents) ? isClerkKeyAllowed : isKeyAllowed;
    if (!isAllowed(input)) event.preventDefault();
  });
}
