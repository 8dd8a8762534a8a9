import type { Session, WebContents } from 'electron';
import type { Log } from '../ports.ts';
import { isOwnAddress, parseAddress } from './own-origin.ts';

/**
 * Whether a page may make this request: our own files, what the page itself holds in memory,
 * and the inspector of a development window. All of these stay inside the machine.
 */
export function isRequestAllowed(address: string): boolean {
  if (isOwnAddress(address)) return true;
  const url = parseAddress(address);
  if (url === undefined) return false;
  switch (url.protocol) {
    case 'blob:':
      return isOwnAddress(address.slice('blob:'.length));
    case 'data:':
    case 'devtools:':
      return true;
    default:
      return false;
  }
}

/** Electron security checklist 1: only our own content; no other request leaves the renderer. */
export function closeNetwork(session: Session, log: Log): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const allowed = isRequestAllowed(details.url);
    if (!allowed) log.warn('request-cancelled', { kind: details.resourceType });
    callback({ cancel: !allowed });
  });
}

/**
 * The one exception to the closed network: the session that synchronises may ask the configured
 * repository, and nothing else of the same server. Replaces the rule `closeNetwork` put there.
 */
export function openNetworkTo(repository: URL, session: Session, log: Log): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    const allowed = isInRepository(repository, details.url);
    if (!allowed) log.warn('request-cancelled', { kind: 'sync' });
    callback({ cancel: !allowed });
  });
}

/** Whether an address lies in the repository: same origin, below its path. */
export function isInRepository(repository: URL, address: string): boolean {
  const url = parseAddress(address);
  if (url === undefined || url.origin !== repository.origin) return false;
  return url.pathname.startsWith(repository.pathname) && url.username === '' && url.search === '';
}

/** Peer connections bypass `webRequest`; without a proxy this policy leaves them no way out. */
export function closePeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
