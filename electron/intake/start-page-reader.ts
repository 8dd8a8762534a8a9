import { join } from 'node:path';
import { app, BrowserWindow, MessageChannelMain } from 'electron';
import type { Log } from '../ports.ts';
import { createWorkClock } from './process-figures.ts';
import { READER_PAGE, READER_PORT_CHANNEL } from './reader-address.ts';
import { MEMORY_CHECK_MS, READER_MEMORY_MEGABYTES, type ReaderProcess } from './reader-process.ts';
import { readerSession } from './reader-session.ts';

/**
 * Starts the reading process as a page that is never shown. A utility process would be simpler, but
 * Chromium's sandbox holds pages only, and its decoders of pictures come with it.
 */
export function startPageReader(programFolder: string, log: Log): ReaderProcess {
  const window = openPage(programFolder, log);
  const contents = window.webContents;
  const { port1, port2 } = new MessageChannelMain();
  const exits: (() => void)[] = [];
  let worked: (() => number) | undefined;
  const watch = setInterval(() => {
    if (memoryOf(contents.getOSProcessId()) > READER_MEMORY_MEGABYTES) kill();
  }, MEMORY_CHECK_MS);
  const end = (): void => {
    clearInterval(watch);
    port1.close();
    for (const listener of exits.splice(0)) listener();
  };
  const kill = (): void => {
    if (window.isDestroyed()) return;
    // A page in an endless loop would go on working without its window.
    contents.forcefullyCrashRenderer();
    window.destroy();
  };
  window.once('closed', end);
  contents.once('render-process-gone', (_event, { reason }) => {
    log.warn('file-reader-gone', { reason });
    kill();
  });
  contents.once('did-finish-load', () => {
    worked = createWorkClock(contents.getOSProcessId());
    contents.postMessage(READER_PORT_CHANNEL, null, [port2]);
  });
  closeWithLastWindow(window);
  port1.start();
  return {
    send: (message) => port1.postMessage(message),
    onMessage: (listener) => void port1.on('message', ({ data }) => listener(data)),
    onExit: (listener) => void exits.push(listener),
    worked: () => worked?.() ?? 0,
    kill,
  };
}

function openPage(programFolder: string, log: Log): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      disableDialogs: true,
      spellcheck: false,
      // A page that is not shown would be slowed down.
      backgroundThrottling: false,
      preload: join(programFolder, 'preload', 'reader-preload.cjs'),
      session: readerSession(join(programFolder, 'reader'), log),
    },
  });
  window.loadURL(READER_PAGE).catch((error: unknown) => log.error('file-reader-not-loaded', error));
  return window;
}

/** A program whose last window was closed ends; this one nobody can close. */
function closeWithLastWindow(window: BrowserWindow): void {
  for (const other of BrowserWindow.getAllWindows()) {
    if (other === window) continue;
    other.once('closed', () => {
      const isLast = BrowserWindow.getAllWindows().every((open) => open === window);
      if (isLast && !window.isDestroyed()) window.destroy();
    });
  }
}

/** Megabytes the process takes. */
function memoryOf(processId: number): number {
  const metric = app.getAppMetrics().find(({ pid }) => pid === processId);
  return (metric?.memory.workingSetSize ?? 0) / 1_024;
}
