import type { App, BrowserWindow } from 'electron';
import type { Log } from '../ports.ts';
import { HEALTHY_AFTER_MS, reloadDelayMs } from './reload-delay.ts';

/**
 * Takes the lock of this user-data folder. `false` when another kiosk holds it: that one is told
 * and brings its window to the front, and this process has to end.
 */
export function becomeOnlyInstance(app: App, focusWindow: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', focusWindow);
  return true;
}

/** Logs what nobody caught. Without these handlers Electron shows a dialog nobody can answer. */
export function logUncaught(log: Log): void {
  process.on('uncaughtException', (error) => log.error('uncaught-exception', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled-rejection', reason));
}

/** Loads the page again after its process died, waiting longer each time it dies soon. */
export function reviveRenderer(window: BrowserWindow, log: Log): void {
  let crashes = 0;
  let bornAtMs = performance.now();
  window.webContents.on('render-process-gone', (_event, details) => {
    if (performance.now() - bornAtMs > HEALTHY_AFTER_MS) crashes = 0;
    crashes += 1;
    const delayMs = reloadDelayMs(crashes);
    const { reason, exitCode } = details;
    log.warn('renderer-gone', { reason, exitCode, crashes, delayMs });
    setTimeout(() => {
      bornAtMs = performance.now();
      if (!window.isDestroyed()) window.webContents.reload();
    }, delayMs);
  });
  window.on('unresponsive', () => {
    log.warn('renderer-unresponsive');
    window.webContents.forcefullyCrashRenderer();
  });
}

/** Refuses to close the window (Alt+F4) unless the program itself is ending. */
export function keepWindowOpen(app: App, window: BrowserWindow): void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  window.on('close', (event) => {
    if (!isQuitting) event.preventDefault();
  });
}

/** Brings a window to the front. */
export function focusWindow(window: BrowserWindow | undefined): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
