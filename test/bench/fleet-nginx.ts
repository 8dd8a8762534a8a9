import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** One answer as nginx itself logged it; sizes include headers. */
export interface LoggedAnswer {
  readonly userAgent: string;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Bytes of the file without headers; 0 when there was none. */
  readonly fileBytes: number;
  readonly path: string;
}

/** A running nginx that serves a repository folder on loopback. */
export interface Nginx {
  readonly origin: string;
  readonly version: string;
  /** Answers since the last call, once at least so many have been logged. */
  takeLog(expected: number): Promise<readonly LoggedAnswer[]>;
  stop(): void;
}

const START_DEADLINE_MS = 10_000;
const LOG_DEADLINE_MS = 5_000;
const POLL_MS = 20;

/** Starts nginx with its files in `work`. Throws when it is not installed and cannot be. */
export async function startNginx(repositoryFolder: string, work: string): Promise<Nginx> {
  const program = findNginx();
  const port = await freePort();
  mkdirSync(join(work, 'temp'), { recursive: true });
  writeFileSync(join(work, 'absent'), '');
  writeFileSync(join(work, 'nginx.conf'), configuration(repositoryFolder, work, port));
  const server = spawn(program, ['-p', work, '-c', join(work, 'nginx.conf')], { stdio: 'ignore' });
  await until(() => answers(port), START_DEADLINE_MS, 'nginx does not start');
  const log = join(work, 'access.log');
  let read = readFileSync(log, 'utf8').length;
  return {
    origin: `http://127.0.0.1:${port}`,
    version: spawnSync(program, ['-v'], { encoding: 'utf8' }).stderr.trim(),
    async takeLog(expected) {
      const lines = (): readonly string[] => {
        const text = readFileSync(log, 'utf8').slice(read);
        return text
          .slice(0, text.lastIndexOf('\n') + 1)
          .split('\n')
          .slice(0, -1);
      };
      await until(async () => lines().length >= expected, LOG_DEADLINE_MS, 'nginx logs too little');
      const taken = lines();
      read += taken.reduce((sum, line) => sum + line.length + 1, 0);
      return taken.map(parseLine);
    },
    stop: () => {
      server.kill('SIGTERM');
    },
  };
}

function findNginx(): string {
  const find = (): string | undefined =>
    ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find(existsSync);
  if (find() === undefined && userInfo().uid === 0)
    spawnSync('apt-get', ['install', '-y', 'nginx'], { stdio: 'ignore' });
  const program = find();
  if (program === undefined) throw new Error('this benchmark needs nginx: apt-get install nginx');
  return program;
}

/** What a real server needs besides TLS: names with a version or hash are immutable, the timestamp is not. */
function configuration(repositoryFolder: string, work: string, port: number): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `  ${kind}_temp_path ${join(work, 'temp', kind)};`,
  );
  return `daemon off;
${userInfo().uid === 0 ? `user ${userInfo().username};` : ''}
worker_processes 1;
pid ${join(work, 'nginx.pid')};
error_log ${join(work, 'error.log')};
events { worker_connections 4096; }
http {
${temp.join('\n')}
  types { application/json json; }
  default_type application/octet-stream;
  log_format sizes '$http_user_agent|$request_length|$bytes_sent|$body_bytes_sent|$status|$uri';
  access_log ${join(work, 'access.log')} sizes;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    server_tokens off;
    # Clients ask for no ranges and hold what they have by hash.
    max_ranges 0;
    etag off;
    root ${repositoryFolder};
    # Every synchronisation asks for a root that is not there yet: an answer without a page.
    error_page 404 /absent;
    location = /absent { internal; root ${work}; default_type text/plain; }
    location / { add_header Cache-Control "max-age=31536000, immutable"; }
    location = /metadata/timestamp.json { add_header Cache-Control "no-cache"; }
  }
}
`;
}

function parseLine(line: string): LoggedAnswer {
  const [userAgent = '', request, response, body, status, path = ''] = line.split('|');
  const sizes = { requestBytes: Number(request), responseBytes: Number(response) };
  return { userAgent, ...sizes, fileBytes: status === '200' ? Number(body) : 0, path };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      probe.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}

async function until(
  condition: () => Promise<boolean>,
  timeoutMs: number,
  complaint: string,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(complaint);
    await sleep(POLL_MS);
  }
}
