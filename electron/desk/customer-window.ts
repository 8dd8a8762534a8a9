import { BrowserWindow, type Display, screen } from 'electron';
import { pagePreferences } from '../app/page-preferences.ts';
import { START_PAGE } from '../security/own-origin.ts';
import type { DeskWindowParts } from './desk-window.ts';

/** The page's part that only follows the desk (renderer/main.tsx). */
const CUSTOMER_PAGE = `${START_PAGE}#customer`;

/** The window that faces the visitor. */
export interface CustomerWindow {
  readonly window: BrowserWindow;
  readonly place: 'second-display' | 'same-display';
}

/**
 * Opens the window for the visitor: all of another display than the clerk's, or, where there is
 * only one, an ordinary window to be moved about.
 */
export function openCustomerWindow(parts: DeskWindowParts, desk: BrowserWindow): CustomerWindow {
  const display = otherDisplay(desk);
  const window = new BrowserWindow({
    ...(display === undefined
      ? { width: 1_280, height: 800 }
      : { ...display.bounds, fullscreen: true, frame: false }),
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences({ ...parts, isInspectable: parts.mode.kind === 'windowed' }),
  });
  // The clerk goes on typing where the clerk was.
  window.once('ready-to-show', () => window.showInactive());
  window
    .loadURL(CUSTOMER_PAGE)
    .catch((error: unknown) => parts.log.error('customer-page-failed', error));
  return { window, place: display === undefined ? 'same-display' : 'second-display' };
}

function otherDisplay(desk: BrowserWindow): Display | undefined {
  const own = screen.getDisplayMatching(desk.getBounds());
  return screen.getAllDisplays().find((display) => display.id !== own.id);
}
