import { HEARTBEAT_SECONDS } from '../shared/ipc/health-verbs.ts';
import { kioskBridge } from './kiosk-bridge.ts';

/** Tells the main process every few seconds that the page lives, what it shows, and its camera. */
export function tellAlive(page: Document): void {
  const tell = (): void => {
    const shown = page.querySelector('[data-screen]')?.getAttribute('data-screen') ?? 'desk';
    void kioskBridge().tellAlive({ screen: shown.slice(0, 40), hasPicture: cameraOf(page) });
  };
  tell();
  window.setInterval(tell, HEARTBEAT_SECONDS * 1_000);
}

/** Whether the camera's picture is there; `null` on pages without one. */
function cameraOf(page: Document): boolean | null {
  const video = page.querySelector('video');
  if (video === null) return null;
  return video.srcObject !== null && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
}
