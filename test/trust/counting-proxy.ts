import * as http from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy on this machine that notes where it was asked to go. */
export interface CountingProxy {
  readonly port: number;
  /** `CONNECT host:port`, `GET address` or `SOCKS host:port`, since the last call. */
  takeAsked(): readonly string[];
  /** Refuses from now on. */
  refuse(): void;
  close(): Promise<void>;
}

/** An HTTP proxy: tunnels, and plain requests by their full address. */
export function startHttpProxy(): Promise<CountingProxy> {
  return listen((note, isRefusing) => {
    const server = http.createServer((request, response) => {
      note(`GET ${request.url}`);
      if (isRefusing()) return response.writeHead(403).end();
      return (
        http
          // A connection kept from before may just have been ended by the other side.
          .get(`${request.url}`, { headers: request.headers, agent: false }, (answer) => {
            response.writeHead(answer.statusCode ?? 500, answer.headers);
            answer.pipe(response);
          })
          .on('error', () => response.destroy())
      );
    });
    server.on('connect', (request, socket: Socket, head) => {
      note(`CONNECT ${request.url}`);
      if (isRefusing()) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      const { hostname, port } = new URL(`http://${request.url}`);
      const beyond = connect(Number(port), hostname, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        beyond.write(head);
        join(socket, beyond);
      });
      beyond.on('error', () => socket.destroy());
    });
    return server;
  });
}

/** A SOCKS5 proxy without authentication (RFC 1928), for IPv4 addresses and names. */
export function startSocksProxy(): Promise<CountingProxy> {
  return listen((note, isRefusing) =>
    createServer((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from([5, 0]));
        socket.once('data', (asked) => {
          const { host, port } = readTarget(asked);
          note(`SOCKS ${host}:${port}`);
          const answer = Buffer.from([5, isRefusing() ? 2 : 0, 0, 1, 0, 0, 0, 0, 0, 0]);
          if (isRefusing()) return void socket.end(answer);
          const beyond = connect(port, host, () => {
            socket.write(answer);
            join(socket, beyond);
          });
          beyond.on('error', () => socket.destroy());
        });
      });
    }),
  );
}

function readTarget(asked: Buffer): { readonly host: string; readonly port: number } {
  const isName = asked[3] === 3;
  const end = isName ? 5 + (asked[4] ?? 0) : 8;
  const host = isName ? `${asked.subarray(5, end)}` : asked.subarray(4, end).join('.');
  return { host, port: asked.readUInt16BE(end) };
}

type Build = (note: (asked: string) => void, isRefusing: () => boolean) => Server;

async function listen(build: Build): Promise<CountingProxy> {
  let asked: string[] = [];
  let isRefusing = false;
  const server = build(
    (one) => void asked.push(one),
    () => isRefusing,
  );
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    takeAsked: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
    refuse: () => {
      isRefusing = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  one.on('close', () => other.destroy());
  other.on('close', () => one.destroy());
}
