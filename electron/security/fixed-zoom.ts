import type { WebContents } from 'electron';
import type { Log } from '../ports.ts';

/**
 * Against escapes from a kiosk: no pinch and no text zoom. Set again on every load,
 * because Electron forgets it with the page (electron/electron 11216).
 */
export function fixZoom(contents: WebContents, log: Log): void {
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    contents
      .setVisualZoomLevelLimits(1, 1)
      .catch((error: unknown) => log.error('zoom-limit-failed', error));
  });
}
