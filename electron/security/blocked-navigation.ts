import type { WebContents } from 'electron';
import type { Log } from '../ports.ts';

/**
 * Electron security checklist 13: navigation. The kiosk is one page that never goes anywhere,
 * not even to itself: a reload is done by the main process, which these events do not see.
 */
export function blockNavigation(contents: WebContents, log: Log): void {
  const block = (event: { preventDefault(): void }) => {
    event.preventDefault();
    log.warn('navigation-blocked');
  };
  contents.on('will-navigate', block);
  contents.on('will-redirect', block);
  contents.on('will-frame-navigate', block);
}
