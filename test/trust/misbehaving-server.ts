import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveRepository } from '../world/serve-repository.ts';

/** Answers in place of the honest server; `false` leaves the request to it. */
export type Misbehaviour = (path: string, response: http.ServerResponse) => boolean | undefined;

/** A repository's web server on a free port that can be told to misbehave. */
export interface MisbehavingServer {
  readonly url: URL;
  /** Paths asked for since the last call. */
  takeRequests(): readonly string[];
  misbehave(how: Misbehaviour | undefined): void;
  /** Headers of the last request. */
  lastHeaders(): http.IncomingHttpHeaders;
  close(): Promise<void>;
}

/**
 * Serves a repository folder over HTTP, or over HTTPS with a certificate nobody has reason to trust,
 * or with the given one.
 */
export async function startMisbehavingServer(
  repositoryFolder: string,
  tls: boolean | https.ServerOptions = false,
): Promise<MisbehavingServer> {
  const honest = serveRepository(repositoryFolder);
  let how: Misbehaviour | undefined;
  let requests: string[] = [];
  let lastHeaders: http.IncomingHttpHeaders = {};
  const answer: http.RequestListener = (request, response) => {
    const path = (request.url ?? '').slice(1);
    requests.push(path);
    lastHeaders = request.headers;
    if (how?.(path, response) !== true) honest.emit('request', request, response);
  };
  const isTls = tls !== false;
  const server = isTls
    ? https.createServer(tls === true ? selfSigned() : tls, answer)
    : http.createServer(answer);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`${isTls ? 'https' : 'http'}://127.0.0.1:${port}/`),
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    misbehave: (next) => {
      how = next;
    },
    lastHeaders: () => lastHeaders,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Misbehaves for the paths that match; the others are answered honestly. */
export function when(
  pattern: RegExp,
  answer: (response: http.ServerResponse) => void,
): Misbehaviour {
  return (path, response) => {
    if (!pattern.test(path)) return false;
    answer(response);
    return true;
  };
}

function selfSigned(): https.ServerOptions {
  const file = join(tmpdir(), `self-signed-${process.pid}`);
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-keyout', `${file}.key`, '-out', `${file}.crt`, '-days', '2', '-subj', '/CN=127.0.0.1'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1'],
    ],
    { stdio: 'ignore' },
  );
  const made = { key: readFileSync(`${file}.key`), cert: readFileSync(`${file}.crt`) };
  for (const part of ['key', 'crt']) rmSync(`${file}.${part}`);
  return made;
}
