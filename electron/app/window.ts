import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  type Session,
  screen,
} from 'electron';
import type { Log } from '../ports.ts';
import { START_PAGE } from '../security/own-origin.ts';
import { pagePreferences } from './page-preferences.ts';
import type { WindowMode } from './window-mode.ts';

/** What the kiosk's only window is made from. */
export interface WindowParts {
  readonly mode: WindowMode;
  /** Folder of the built program that holds `preload/`. */
  readonly programFolder: string;
  readonly session: Session;
  readonly log: Log;
}

// The page's paper colour (renderer/styles/tokens.css): no white flash before the first paint.
const PAPER = '#F7F8F6';

/** Opens the kiosk's only window and loads the page; shown once it has something to show. */
export function openWindow(parts: WindowParts): BrowserWindow {
  const window = new BrowserWindow({
    ...frameOf(parts.mode),
    show: false,
    autoHideMenuBar: true,
    backgroundColor: PAPER,
    webPreferences: pagePreferences({
      programFolder: parts.programFolder,
      session: parts.session,
      isInspectable: parts.mode.kind === 'windowed',
    }),
  });
  window.once('ready-to-show', () => window.show());
  if (parts.mode.kind === 'kiosk') holdScreen(window);
  window.loadURL(START_PAGE).catch((error: unknown) => parts.log.error('start-page-failed', error));
  return window;
}

function frameOf(mode: WindowMode): BrowserWindowConstructorOptions {
  if (mode.kind === 'windowed') {
    return { width: mode.width, height: mode.height, useContentSize: true };
  }
  return { kiosk: true, fullscreen: true, frame: false, ...screen.getPrimaryDisplay().bounds };
}

/** Covers the display again when it changes: without a window manager nobody else does. */
function holdScreen(window: BrowserWindow): void {
  const cover = () => {
    if (!window.isDestroyed()) window.setBounds(screen.getPrimaryDisplay().bounds);
  };
  screen.on('display-added', cover);
  screen.on('display-removed', cover);
  screen.on('display-metrics-changed', cover);
}
