import { net, type Session } from 'electron';
import { createFetchPort, REQUEST_HEADERS } from './fetch-one.ts';
import type { FetchOptions, FetchPort } from './fetch-port.ts';

/**
 * Fetches through a session of Electron: the system's proxy and the certificate authorities this
 * machine trusts, a company's own included.
 */
export function createElectronFetch(options: FetchOptions, session: Session): FetchPort {
  return createFetchPort(options, (address, events) => {
    const request = net.request({
      ...{ url: address.href, session, redirect: 'manual', credentials: 'omit' },
    });
    for (const [name, value] of Object.entries(REQUEST_HEADERS)) request.setHeader(name, value);
    request.on('redirect', events.onRedirect);
    request.on('response', (answer) => events.onAnswer(answer));
    request.on('error', events.onError);
    request.end();
    return () => request.abort();
  });
}
