/** The scheme and host every page of the kiosk is served from. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'kiosk';
export const START_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

/**
 * Whether an address belongs to the kiosk's own pages. The address is parsed, never compared
 * by prefix: `app://kiosk.evil/` and `app://kiosk@evil/` start like ours and are not.
 */
export function isOwnAddress(address: string): boolean {
  const url = parseAddress(address);
  return (
    url !== undefined &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** Parses an address; `undefined` when it is none. (`URL.canParse` is missing in Node 18.15.) */
export function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
