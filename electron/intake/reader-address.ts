import { APP_SCHEME, parseAddress } from '../security/own-origin.ts';

/** An origin of its own, so that Chromium never puts it into one process with the screen. */
export const READER_HOST = 'reader';
export const READER_PAGE = `${APP_SCHEME}://${READER_HOST}/`;

/** Over this the page is handed its port. */
export const READER_PORT_CHANNEL = 'reader:port';

/** Whether an address belongs to the page that reads files. */
export function isReaderAddress(address: string): boolean {
  const url = parseAddress(address);
  return url?.protocol === `${APP_SCHEME}:` && url.host === READER_HOST;
}
