import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveRepository } from '../world/serve-repository.ts';
import { makeTestRepository } from '../world/test-repository.ts';

const work = mkdtempSync(join(tmpdir(), 'repository-serve-'));
let server: Server;
let port: number;

beforeAll(async () => {
  const { repositoryFolder } = makeTestRepository(work);
  writeFileSync(join(work, 'secret.json'), 'secret');
  symlinkSync(join(work, 'secret.json'), join(repositoryFolder, 'metadata/9.policy.json'));
  server = serveRepository(repositoryFolder);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(work, { recursive: true, force: true });
});

/** Sends the path as it is; `fetch` would tidy it first. */
async function ask(path: string, method = 'GET'): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const part of socket) answer += String(part);
  return answer;
}

describe('the repository server', () => {
  it.each([
    ['/metadata/timestamp.json', 'no-cache'],
    ['/metadata/1.root.json', 'public, max-age=31536000, immutable'],
    ['/metadata/2.status.json', 'public, max-age=31536000, immutable'],
  ])('serves %s with the right caching', async (path, caching) => {
    const answer = await ask(path);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toContain(`Cache-Control: ${caching}\r\n`);
    expect(answer).toContain('"signed"');
    const head = await ask(path, 'HEAD');
    expect(head).toMatch(/^HTTP\/1.1 200 /);
    expect(head).toMatch(/Content-Length: [1-9]/);
    expect(head).not.toContain('"signed"');
  });

  it.each([
    '/',
    '/metadata',
    '/metadata/',
    '/metadata/2.root.json',
    '/metadata/../../secret.json',
    '/metadata/..%2f..%2fsecret.json',
    '/metadata/%2e%2e/%2e%2e/secret.json',
    '/metadata/9.policy.json',
    '/targets/../metadata/1.root.json',
    '//metadata/1.root.json',
    '/metadata/1.root.json?x',
    '/metadata/1.root.json%00',
    'http://elsewhere/metadata/1.root.json',
  ])('has no %s, and lets nobody remember that', async (path) => {
    const answer = await ask(path);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).toContain('Cache-Control: no-store\r\n');
    expect(answer).not.toContain('secret');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('does not take %s', async (method) => {
    expect(await ask('/metadata/1.root.json', method)).toMatch(/^HTTP\/1.1 405 /);
  });
});
