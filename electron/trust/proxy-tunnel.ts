import { connect, isIPv4, type Socket } from 'node:net';
import { rootCertificates, connect as startTls } from 'node:tls';
import type { NamedProxy } from './proxy-route.ts';

/** Bytes of a proxy's answer; what follows it belongs to the repository. */
const MAX_ANSWER_BYTES = 8_192;

/** What a tunnel is made with. */
export interface TunnelRequest {
  readonly proxy: NamedProxy;
  readonly host: string;
  readonly port: number;
  /** Authorities an `https` proxy's own certificate may come from besides the usual ones. */
  readonly moreAuthorities: readonly string[];
  /** Destroys what has been opened. */
  readonly signal: AbortSignal;
}

/** Connects to a proxy and does not yet ask it for anything. */
export async function connectToProxy(request: TunnelRequest): Promise<Socket> {
  const { proxy, moreAuthorities, signal } = request;
  const plain = connect({ host: proxy.host, port: proxy.port, signal });
  await once(plain, 'connect');
  if (proxy.kind !== 'https') return plain;
  // Only carries: whoever it is, the repository's own certificate is judged inside of it.
  const wrapped = startTls({
    socket: plain,
    ...(isAddress(proxy.host)
      ? { host: proxy.host }
      : { host: proxy.host, servername: proxy.host }),
    ca: [...rootCertificates, ...moreAuthorities],
    rejectUnauthorized: true,
  });
  await once(wrapped, 'secureConnect');
  return wrapped;
}

/** Opens a way through a proxy to a host. Rejects with an Error when the proxy does not give one. */
export async function openTunnel(request: TunnelRequest): Promise<Socket> {
  const socket = await connectToProxy(request);
  try {
    if (request.proxy.kind === 'socks5') await askSocks(socket, request);
    else await askHttp(socket, request);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** RFC 9110, section 9.3.6. */
async function askHttp(socket: Socket, { host, port }: TunnelRequest): Promise<void> {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
  const answer = await readUntil(socket, (bytes) => {
    const end = bytes.indexOf('\r\n\r\n');
    return end < 0 ? undefined : end + 4;
  });
  if (!/^HTTP\/1\.[01] 2\d\d /.test(answer.toString('latin1'))) refuse();
}

/** RFC 1928, without authentication; names are looked up by the proxy. */
async function askSocks(socket: Socket, { host, port }: TunnelRequest): Promise<void> {
  socket.write(Buffer.from([5, 1, 0]));
  const method = await readUntil(socket, () => 2);
  if (method[0] !== 5 || method[1] !== 0) refuse();
  const name = Buffer.from(host, 'latin1');
  const address = isIPv4(host) ? [1, ...host.split('.').map(Number)] : [3, name.length, ...name];
  socket.write(Buffer.from([5, 1, 0, ...address, port >> 8, port & 255]));
  const answer = await readUntil(socket, socksAnswerLength);
  if (answer[0] !== 5 || answer[1] !== 0) refuse();
}

/** The answer repeats an address of one of three kinds. */
function socksAnswerLength(bytes: Buffer): number | undefined {
  const [, , , kind, length] = bytes;
  if (kind === undefined || length === undefined) return undefined;
  if (kind === 1) return 10;
  return kind === 4 ? 22 : 7 + length;
}

function refuse(): never {
  throw new Error('the proxy refuses');
}

/** Reads just as many bytes as belong to an answer and leaves the others on the socket. */
function readUntil(
  socket: Socket,
  lengthOf: (bytes: Buffer) => number | undefined,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const end = (finish: () => void): void => {
      socket.off('readable', onReadable).off('error', onEnd).off('close', onEnd);
      finish();
    };
    const onEnd = (): void => end(() => reject(new Error('the proxy hangs up')));
    const onReadable = (): void => {
      for (let more = socket.read(); more !== null; more = socket.read()) {
        bytes = Buffer.concat([bytes, more]);
      }
      const length = lengthOf(bytes);
      if (length !== undefined && bytes.length >= length) {
        end(() => {
          if (bytes.length > length) socket.unshift(bytes.subarray(length));
          resolve(bytes.subarray(0, length));
        });
      } else if (bytes.length > MAX_ANSWER_BYTES) onEnd();
    };
    socket.on('readable', onReadable).on('error', onEnd).on('close', onEnd);
  });
}

function once(socket: Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once(event, () => {
      socket.off('error', reject);
      resolve();
    });
  });
}

function isAddress(host: string): boolean {
  return isIPv4(host) || host.includes(':');
}
