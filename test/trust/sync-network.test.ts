import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveSettings } from '../../electron/config/resolve-settings.ts';
import { createNodeFetch, type NodeFetchOptions } from '../../electron/trust/fetch-with-node.ts';
import {
  type NamedProxy,
  parseProxyRoute,
  parseSystemAnswer,
  proxyRule,
} from '../../electron/trust/proxy-route.ts';
import { parseCa } from '../../electron/trust/sync-ca.ts';
import { authoritiesOf, syncNetworkOf } from '../../electron/trust/sync-network.ts';
import { makeTestRepository } from '../world/test-repository.ts';
import { type CountingProxy, startHttpProxy, startSocksProxy } from './counting-proxy.ts';
import { type MisbehavingServer, startMisbehavingServer } from './misbehaving-server.ts';
import { makeTestCa, type TestCa } from './test-ca.ts';

/** The way to the repository and who may vouch for it, over real TLS and real proxies. */

let folder: string;
let repositoryFolder: string;
let ours: TestCa;
let others: TestCa;
const closing: (() => unknown)[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sync-network-'));
  repositoryFolder = makeTestRepository(folder).repositoryFolder;
  ours = makeTestCa('District Root');
  // The same name and another key: names are anybody's.
  others = makeTestCa('District Root');
});
afterAll(async () => {
  for (const close of closing) await close();
  ours.close();
  others.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(tls: ServerOptions | false): Promise<MisbehavingServer> {
  const server = await startMisbehavingServer(repositoryFolder, tls);
  closing.push(server.close);
  return server;
}

/** Asks for the timestamp and says how that went. */
async function ask(
  server: MisbehavingServer,
  how: Omit<NodeFetchOptions, 'repository' | 'stallMs'>,
) {
  const port = createNodeFetch({ repository: server.url, stallMs: 20_000, ...how });
  const answer = await port.fetch({ path: 'metadata/timestamp.json', maxBytes: 100_000 });
  port.close();
  return answer.ok ? 'answered' : answer.failure;
}

describe('a repository that must have a certificate of a named authority', () => {
  const authorities = () => [ours.pem];

  it('is asked when it has', async () => {
    const server = await serve(ours.serverFor());
    expect(await ask(server, { authorities: authorities() })).toBe('answered');
  });

  it('is asked when another authority stands between and is sent along', async () => {
    const server = await serve(ours.serverFor({ isIndirect: true }));
    expect(await ask(server, { authorities: authorities() })).toBe('answered');
  });

  it('is asked when one of several authorities vouches', async () => {
    const server = await serve(ours.serverFor());
    expect(await ask(server, { authorities: [others.pem, ours.pem] })).toBe('answered');
  });

  it.each([
    ['of another authority of the same name', 'wrong-ca', () => others.serverFor()],
    ['that has ended', 'bad-tls', () => ours.serverFor({ days: -1 })],
    ['of another address', 'bad-tls', () => ours.serverFor({ names: 'IP:127.0.0.2' })],
    [
      'for clients only',
      'bad-tls',
      () => ours.serverFor({ extension: 'extendedKeyUsage=clientAuth' }),
    ],
  ])('is refused with a certificate %s: %s', async (_, code, tls) => {
    const server = await serve(tls());
    expect(await ask(server, { authorities: authorities() })).toBe(code);
    expect(server.takeRequests()).toEqual([]);
  });

  it('is refused without any: plain HTTP proves nothing', async () => {
    const server = await serve(false);
    expect(await ask(server, { authorities: authorities() })).toBe('wrong-ca');
    expect(server.takeRequests()).toEqual([]);
  });

  it('is what makes the difference: without a named one the machine decides', async () => {
    expect(await ask(await serve(ours.serverFor()), {})).toBe('bad-tls');
  });
});

describe('a proxy', () => {
  const named = (kind: NamedProxy['kind'], { port }: CountingProxy): NamedProxy => ({
    ...{ kind, host: '127.0.0.1', port },
  });
  const open = async (start: () => Promise<CountingProxy>): Promise<CountingProxy> => {
    const proxy = await start();
    closing.push(proxy.close);
    return proxy;
  };

  it.each([
    ['http', startHttpProxy, 'CONNECT'],
    ['socks5', startSocksProxy, 'SOCKS'],
  ] as const)(
    'of kind %s carries the connection, and judges nothing',
    async (kind, start, word) => {
      const proxy = await open(start);
      const way = named(kind, proxy);
      const good = await serve(ours.serverFor());
      expect(await ask(good, { proxy: way, authorities: [ours.pem] })).toBe('answered');
      expect(proxy.takeAsked()).toEqual([`${word} ${good.url.host}`]);
      const bad = await serve(others.serverFor());
      expect(await ask(bad, { proxy: way, authorities: [ours.pem] })).toBe('wrong-ca');
      proxy.refuse();
      expect(await ask(good, { proxy: way, authorities: [ours.pem] })).toBe('unreachable');
      expect(good.takeRequests()).toEqual(['metadata/timestamp.json']);
    },
  );

  it.each([
    [
      'http',
      startHttpProxy,
      (server: MisbehavingServer) => `GET ${server.url}metadata/timestamp.json`,
    ],
    ['socks5', startSocksProxy, (server: MisbehavingServer) => `SOCKS ${server.url.host}`],
  ] as const)('of kind %s carries plain HTTP', async (kind, start, asked) => {
    const proxy = await open(start);
    const server = await serve(false);
    expect(await ask(server, { proxy: named(kind, proxy) })).toBe('answered');
    expect(proxy.takeAsked()).toEqual([asked(server)]);
  });

  it('that is not there is no reason to go without it', async () => {
    const proxy = await startHttpProxy();
    await proxy.close();
    const server = await serve(ours.serverFor());
    const how = { proxy: named('http', proxy), authorities: [ours.pem] };
    expect(await ask(server, how)).toBe('unreachable');
    expect(server.takeRequests()).toEqual([]);
  });
});

describe('the setting syncProxy', () => {
  it.each([
    ['system', { kind: 'system' }],
    ['direct', { kind: 'direct' }],
    ['http://proxy.hall', { kind: 'http', host: 'proxy.hall', port: 80 }],
    ['https://proxy.hall:3129/', { kind: 'https', host: 'proxy.hall', port: 3129 }],
    ['socks5://[fd00::1]:1081', { kind: 'socks5', host: 'fd00::1', port: 1081 }],
  ])('can be %s', (text, route) => {
    expect(parseProxyRoute(text)).toEqual(route);
  });

  it.each([
    '',
    'proxy.hall:3128',
    'http://name:word@proxy.hall:3128',
    'http://proxy.hall:3128/path',
    'http://proxy.hall:0',
    'http://proxy.hall:70000',
    'socks4://proxy.hall',
    'http://[:::]:80',
    'http://a:1,direct://',
    'http://a b:1',
  ])('cannot be %j', (text) => {
    expect(parseProxyRoute(text)).toBeUndefined();
    const layer = { source: 'site', place: 'site.json', values: { syncProxy: text } } as const;
    expect(resolveSettings([layer]).problems).toMatchObject([{ key: 'syncProxy' }]);
  });

  it('is written for Chromium with the brackets of IPv6', () => {
    expect(proxyRule({ kind: 'socks5', host: 'fd00::1', port: 1 })).toBe('socks5://[fd00::1]:1');
  });

  it.each([
    ['DIRECT', { kind: 'direct' }],
    ['PROXY a:1; DIRECT', { kind: 'http', host: 'a', port: 1 }],
    ['HTTPS a:2', { kind: 'https', host: 'a', port: 2 }],
    ['SOCKS5 a:3;PROXY b:1', { kind: 'socks5', host: 'a', port: 3 }],
    ['SOCKS a:3; DIRECT', undefined],
    ['', undefined],
  ])('left to a system that answers %j takes the first way', (answer, route) => {
    expect(parseSystemAnswer(answer)).toEqual(route);
  });
});

describe('the setting syncCa', () => {
  const resolve = (syncCa: unknown) =>
    resolveSettings([{ source: 'site', place: 'site.json', values: { syncCa } }]);

  it('names a file of one or more authorities, with words between them', () => {
    const parsed = parseCa(`# ours\n${ours.pem}\n# theirs\n${others.pem}`);
    expect(parsed).toMatchObject({ ok: true, value: [{}, {}].map(() => expect.any(String)) });
  });

  it.each([
    ['ca-file-without-certificate', () => 'root'],
    ['ca-file-damaged', () => ours.pem.slice(0, -30)],
    ['ca-file-damaged', () => ours.pem.replace(/[A-Za-z0-9]{60}/, 'A'.repeat(60))],
    ['ca-file-damaged', () => `${ours.pem}\n-----BEGIN PRIVATE KEY-----`],
    ['not-an-authority', () => `${ours.serverFor().cert}`],
  ])('cannot name a file with something else: %s', (code, text) => {
    expect(parseCa(text())).toEqual({ ok: false, failure: code });
  });

  it('is read anew for each synchronisation, and stops it while it cannot be', () => {
    const file = join(folder, 'ca.pem');
    const network = syncNetworkOf(resolve(file));
    expect(authoritiesOf(network)).toMatchObject({ failure: { code: 'ca-unusable' } });
    writeFileSync(file, ours.pem);
    expect(authoritiesOf(network)).toMatchObject({ ok: true, value: [ours.pem.trim()] });
  });

  it('does not become "any authority" by a slip of the pen', () => {
    expect(authoritiesOf(syncNetworkOf(resolve(['ca.pem'])))).toMatchObject({
      failure: { code: 'ca-unusable' },
    });
    expect(authoritiesOf(syncNetworkOf(resolve('')))).toEqual({ ok: true, value: undefined });
  });
});
