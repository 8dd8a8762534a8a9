import { isIPv6 } from 'node:net';

/** A proxy by name. */
export interface NamedProxy {
  readonly kind: 'http' | 'https' | 'socks5';
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
}

/** The way requests to the trust repository take. */
export type ProxyRoute = { readonly kind: 'system' } | { readonly kind: 'direct' } | NamedProxy;

const PORTS = { http: 80, https: 443, socks5: 1_080 } as const;

// Nothing but scheme, host and port: a path would be ignored, and credentials would lie in a file
// that everybody may read.
const PROXY =
  /^(?<scheme>http|https|socks5):\/\/(?:(?<name>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)|\[(?<address>[^\]]+)\])(?::(?<port>\d{1,5}))?\/?$/;

/** Reads `system`, `direct` or `http://`, `https://`, `socks5://HOST[:PORT]`; `undefined` for the rest. */
export function parseProxyRoute(text: string): ProxyRoute | undefined {
  if (text === 'system' || text === 'direct') return { kind: text };
  const { scheme, name, address, port } = PROXY.exec(text)?.groups ?? {};
  if (scheme !== 'http' && scheme !== 'https' && scheme !== 'socks5') return undefined;
  if (address !== undefined && !isIPv6(address)) return undefined;
  const host = name ?? address ?? '';
  const number = port === undefined ? PORTS[scheme] : Number(port);
  // A name in DNS has 253 characters at most, and SOCKS counts its own in one byte.
  if (host.length > 253 || number < 1 || number > 65_535) return undefined;
  return { kind: scheme, host, port: number };
}

const SYSTEM_KINDS = { PROXY: 'http', HTTPS: 'https', SOCKS5: 'socks5' } as const;

/**
 * Reads what a system answers about an address (a proxy script's `PROXY a:1; DIRECT`): the first
 * way it names. `undefined` for a kind we cannot speak, which is then no reason to go another way.
 */
export function parseSystemAnswer(
  answer: string,
): Exclude<ProxyRoute, { kind: 'system' }> | undefined {
  const [kind = '', address = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/);
  if (kind === 'DIRECT') return { kind: 'direct' };
  if (kind !== 'PROXY' && kind !== 'HTTPS' && kind !== 'SOCKS5') return undefined;
  const route = parseProxyRoute(`${SYSTEM_KINDS[kind]}://${address}`);
  return route === undefined || route.kind === 'system' ? undefined : route;
}

/** The proxy as Chromium's rules write it. */
export function proxyRule({ kind, host, port }: NamedProxy): string {
  return `${kind}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
