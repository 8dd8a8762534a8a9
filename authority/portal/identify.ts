import type { FastifyRequest } from 'fastify';
import type { EpochSeconds } from '../../shared/time.ts';
import { parseCode } from '../import/parse-values.ts';
import type { Company } from '../store/credit-record.ts';
import type { Cookies } from './cookies.ts';
import type { PortalParts } from './server-parts.ts';
import type { Sessions } from './sessions.ts';

/** Who asks. */
export type Identity =
  | { readonly kind: 'stranger' }
  /** The proxy named a company that the office does not know. */
  | { readonly kind: 'unknown-company' }
  | { readonly kind: 'by-code' | 'by-proxy'; readonly company: Company };

/** What an identity is read from. */
export interface IdentitySources {
  readonly parts: PortalParts;
  /** Addresses from which the single sign-on header is believed. */
  readonly proxies: readonly string[];
  readonly sessions: Sessions;
  readonly cookies: Cookies;
}

/** Finds out who asks: whom the sign-on proxy names, else whose session the cookie is. */
export async function identify(
  request: FastifyRequest,
  sources: IdentitySources,
  now: EpochSeconds,
): Promise<Identity> {
  const named = companyNamedByProxy(request, sources);
  if (named !== undefined) {
    const code = parseCode(named);
    const company = code.ok ? await sources.parts.store.companies.company(code.value) : undefined;
    return company === undefined ? { kind: 'unknown-company' } : { kind: 'by-proxy', company };
  }
  const company = await companyOfSession(request, sources, now);
  return company === undefined ? { kind: 'stranger' } : { kind: 'by-code', company };
}

// The peer itself has to be a named proxy; what a request says about its way here does not count.
function companyNamedByProxy(
  request: FastifyRequest,
  { parts, proxies }: IdentitySources,
): string | undefined {
  if (parts.ssoHeader === undefined) return undefined;
  if (!proxies.includes(plainAddress(request.socket.remoteAddress ?? ''))) return undefined;
  const value = request.headers[parts.ssoHeader];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

async function companyOfSession(
  request: FastifyRequest,
  { parts: { store }, sessions, cookies }: IdentitySources,
  now: EpochSeconds,
): Promise<Company | undefined> {
  const cookie = cookies.session(request);
  const session = cookie === undefined ? undefined : sessions.find(cookie, now);
  if (session === undefined) return undefined;
  // The office gave out a new access code: whoever signed in with the old one is out.
  const access = await store.access.access(session.holder);
  if (access?.issuedAt !== session.codeIssuedAt) return undefined;
  return store.companies.company(session.holder);
}

/** An address without the prefix that IPv4 carries on a socket for both kinds. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
