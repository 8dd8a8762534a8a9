import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, languageOf } from './text/language.ts';

/** The portal's cookies: none is read by a script, none is sent along from another site. */
export interface Cookies {
  session(request: FastifyRequest): string | undefined;
  setSession(reply: FastifyReply, cookie: string): void;
  endSession(reply: FastifyReply): void;
  browser(request: FastifyRequest): string | undefined;
  setBrowser(reply: FastifyReply, cookie: string): void;
  language(request: FastifyRequest): Language | undefined;
  setLanguage(reply: FastifyReply, language: Language): void;
}

const HALF_A_YEAR_SECONDS = 180 * 86_400;
const LANGUAGE = 'language';

/** @param isEncrypted whether browsers reach the portal by https */
export function openCookies(isEncrypted: boolean): Cookies {
  // With this prefix browsers take a cookie from this host alone, encrypted (RFC 6265bis §4.1.3.2).
  const prefix = isEncrypted ? '__Host-' : '';
  const [session, browser] = [`${prefix}session`, `${prefix}known-browser`];
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isEncrypted,
  } as const;
  const lasting = { ...attributes, maxAge: HALF_A_YEAR_SECONDS };
  return {
    session: (request) => request.cookies[session],
    // Gone when the browser is closed.
    setSession: (reply, cookie) => void reply.setCookie(session, cookie, attributes),
    endSession: (reply) => void reply.clearCookie(session, attributes),
    browser: (request) => request.cookies[browser],
    setBrowser: (reply, cookie) => void reply.setCookie(browser, cookie, lasting),
    language: (request) => languageOf(request.cookies[LANGUAGE]),
    setLanguage: (reply, language) => void reply.setCookie(LANGUAGE, language, lasting),
  };
}
