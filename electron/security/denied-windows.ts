import type { WebContents } from 'electron';
import type { Log } from '../ports.ts';

/** Electron security checklist 14: no page opens a window. */
export function denyNewWindows(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(() => {
    log.warn('new-window-denied');
    return { action: 'deny' };
  });
}
