import { BrowserWindow, type Session, screen } from 'electron';
import { pagePreferences } from '../app/page-preferences.ts';
import type { WindowMode } from '../app/window-mode.ts';
import type { Log } from '../ports.ts';
import { allowTyping } from '../security/keyboard-allow-list.ts';
import { START_PAGE } from '../security/own-origin.ts';
import type { DeskMemory } from './desk-memory.ts';
import { fitBounds, SMALLEST_DESK } from './window-bounds.ts';

/** What the windows of a desk are made from. */
export interface DeskWindowParts {
  readonly mode: WindowMode;
  readonly programFolder: string;
  readonly session: Session;
  readonly memory: DeskMemory;
  readonly log: Log;
}

const DEFAULT_SIZE = { width: 1_280, height: 800 } as const;

/** Waits until the mouse has let go of the window's edge. */
const SETTLED_MS = 400;

/** Opens the clerk's window where it last stood: framed, resizable, its title set by the page. */
export function openDeskWindow(parts: DeskWindowParts): BrowserWindow {
  const { mode, memory, log } = parts;
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const size = mode.kind === 'windowed' ? { width: mode.width, height: mode.height } : undefined;
  const window = new BrowserWindow({
    ...(size ?? fitBounds(memory.bounds, displays) ?? DEFAULT_SIZE),
    minWidth: SMALLEST_DESK.width,
    minHeight: SMALLEST_DESK.height,
    show: false,
    autoHideMenuBar: true,
    webPreferences: pagePreferences({ ...parts, isInspectable: mode.kind === 'windowed' }),
  });
  allowTyping(window.webContents);
  window.once('ready-to-show', () => {
    if (memory.isMaximized && size === undefined) window.maximize();
    window.show();
  });
  rememberPlace(window, memory);
  window.loadURL(START_PAGE).catch((error: unknown) => log.error('start-page-failed', error));
  return window;
}

function rememberPlace(window: BrowserWindow, memory: DeskMemory): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    void memory.keepWindow(window.getNormalBounds(), window.isMaximized());
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLED_MS);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', () => {
    clearTimeout(timer);
    keep();
  });
}
