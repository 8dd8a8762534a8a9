import type { WebContents } from 'electron';
import type { Log } from '../ports.ts';

/** Electron security checklist 11 and 12: no page embeds another in a webview. */
export function denyWebviews(contents: WebContents, log: Log): void {
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('webview-denied');
  });
}
