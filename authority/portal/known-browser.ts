import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { KnownBrowser } from './door.ts';

/**
 * The cookie of a browser from which a company has signed in: who it was and with which code, under
 * a MAC. It opens nothing; it only keeps the browser apart from strangers who fail in the company's
 * name.
 */
export interface BrowserMark {
  mark(holder: string, codeIssuedAt: number): string;
  read(cookie: string): KnownBrowser | undefined;
}

const NAME_BYTES = 12;
const FORM = /^([A-Za-z0-9_-]{16})\.([0-9A-Z]{18})\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/;

/** @param secret of this office's portal, 32 bytes */
export function openBrowserMark(secret: Uint8Array): BrowserMark {
  const macOf = (words: string): Buffer =>
    createHmac('sha256', secret).update(`known-browser ${words}`).digest();
  return {
    mark(holder, codeIssuedAt) {
      const words = `${randomBytes(NAME_BYTES).toString('base64url')}.${holder}.${codeIssuedAt}`;
      return `${words}.${macOf(words).toString('base64url')}`;
    },
    read(cookie) {
      const [, name, holder, codeIssuedAt, mac] = FORM.exec(cookie) ?? [];
      if (!(name && holder && codeIssuedAt && mac)) return undefined;
      const expected = macOf(`${name}.${holder}.${codeIssuedAt}`);
      const given = Buffer.from(mac, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return { name, holder, codeIssuedAt: Number(codeIssuedAt) };
    },
  };
}
