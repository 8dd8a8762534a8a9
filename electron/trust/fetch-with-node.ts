import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, Socket } from 'node:net';
import { connect as startTls } from 'node:tls';
import { createFetchPort, REQUEST_HEADERS } from './fetch-one.ts';
import type { FetchOptions, FetchPort } from './fetch-port.ts';
import type { NamedProxy } from './proxy-route.ts';
import { connectToProxy, openTunnel } from './proxy-tunnel.ts';

/** Bytes of headers; a static server needs a few hundred. */
const MAX_HEADER_BYTES = 16 * 1_024;

/** The way to the repository and who may vouch for it. */
export interface NodeFetchOptions extends FetchOptions {
  /** Goes to the repository itself where there is none. */
  readonly proxy?: NamedProxy | undefined;
  /** The only authorities, one PEM text each; without them those of Node and NODE_EXTRA_CA_CERTS. */
  readonly authorities?: readonly string[] | undefined;
}

/**
 * Fetches with plain Node: for the command line, for tests, and for a terminal whose repository must
 * have a certificate of named authorities. Redirects are never followed and nothing is ever inflated.
 */
export function createNodeFetch(options: NodeFetchOptions): FetchPort {
  const { repository, proxy, authorities } = options;
  const library = repository.protocol === 'https:' ? https : http;
  const ending = new AbortController();
  const agent = new library.Agent({
    ...{ keepAlive: true, maxSockets: 4, rejectUnauthorized: true },
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
  });
  if (proxy !== undefined) leadThrough(agent, { proxy, options, signal: ending.signal });
  const isForwarded = proxy !== undefined && proxy.kind !== 'socks5' && library === http;
  const port = createFetchPort(options, (address, events) => {
    if (authorities !== undefined && library === http) {
      // Where nobody has to show a certificate, none can come from the right authority.
      events.onError(WRONG_CA);
      return () => undefined;
    }
    const request = library.get(address, {
      ...{ agent, headers: REQUEST_HEADERS, maxHeaderSize: MAX_HEADER_BYTES },
      ...(isForwarded ? { path: address.href } : {}),
    });
    let isOver = false;
    request.on('response', (answer) => {
      answer.on('end', () => {
        isOver = true;
      });
      events.onAnswer(answer);
    });
    request.on('error', (error) => {
      events.onError(authorities !== undefined && isAboutAuthority(error) ? WRONG_CA : error);
    });
    return () => {
      // An answer that is over leaves its connection to the next request.
      if (!isOver) request.destroy();
    };
  });
  return {
    fetch: port.fetch,
    close: () => {
      port.close();
      ending.abort();
      agent.destroy();
    },
  };
}

const WRONG_CA = Object.assign(new Error('another authority'), { code: 'WRONG_CA' });

/** OpenSSL's names for a chain that ends elsewhere; a wrong name or date is another matter. */
const ABOUT_AUTHORITY =
  /^(?:SELF_SIGNED|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|CERT_UNTRUSTED|INVALID_CA)/;

function isAboutAuthority(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && ABOUT_AUTHORITY.test(error.code);
}

interface Lead {
  readonly proxy: NamedProxy;
  readonly options: NodeFetchOptions;
  readonly signal: AbortSignal;
}

/** Makes an agent open its connections through a proxy: a tunnel, but for plain HTTP over HTTP. */
function leadThrough(agent: http.Agent, { proxy, options, signal }: Lead): void {
  const { repository, authorities = [] } = options;
  const isSecure = repository.protocol === 'https:';
  const host = repository.hostname.replace(/^\[|\]$/g, '');
  const port = Number(repository.port === '' ? (isSecure ? 443 : 80) : repository.port);
  const request = { proxy, host, port, moreAuthorities: authorities, signal };
  const isTunnel = isSecure || proxy.kind === 'socks5';
  agent.createConnection = (_, callback) => {
    const opened = isTunnel ? openTunnel(request) : connectToProxy(request);
    opened.then(
      (socket) => callback?.(null, isSecure ? secure(socket, host, options) : socket),
      // What stands beside an error is not looked at.
      (error: Error) => callback?.(error, new Socket()),
    );
    return undefined;
  };
}

function secure(socket: Socket, host: string, { authorities }: NodeFetchOptions): Socket {
  return startTls({
    ...{ socket, host, rejectUnauthorized: true },
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
  });
}
