import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IpcReply } from '../../shared/ipc/contract.ts';
import type { SyncState } from '../../shared/ipc/sync-state.ts';
import { shanghaiDayOf } from '../../shared/time.ts';
import {
  type MisbehavingServer,
  startMisbehavingServer,
  when,
} from '../trust/misbehaving-server.ts';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { TEST_DAY, TEST_STATUS_INDEX } from '../world/test-world.ts';
import { type KioskSession, openKiosk, SMALL_WINDOW } from './kiosk-session.ts';

/** The packaged kiosk and a real web server: trust arrives, changes, and survives the server. */

const now = Math.floor(Date.now() / 1_000);
let folder: string;
let office: TestRepository;
let server: MisbehavingServer;
let kiosk: KioskSession;
let certificate: string;
let rootFile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sync-e2e-'));
  office = makeTestRepository(folder, { now });
  certificate = office.world.issue((request) => ({
    ...request,
    issuedAt: now - TEST_DAY,
    expiresAt: now + TEST_DAY,
    credit: { ...request.credit, evaluated: shanghaiDayOf(now) - 30 },
  }));
  rootFile = join(folder, 'root.json');
  writeFileSync(rootFile, office.rootJson);
  server = await startMisbehavingServer(office.repositoryFolder);
  kiosk = await openKiosk(['--root', rootFile, '--repository', server.url.href, SMALL_WINDOW]);
});
afterAll(async () => {
  await kiosk.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

type TrustReply = Extract<IpcReply<'readTrustState'>, { ok: true }>['value'];

function readTrust(session: KioskSession): Promise<TrustReply> {
  return session.page.evaluate('window.kiosk.readTrustState({}).then((reply) => reply.value)');
}

async function readSync(session: KioskSession): Promise<SyncState | undefined> {
  return (await readTrust(session)).sync;
}

function judge(session: KioskSession): Promise<string> {
  const request = JSON.stringify({ text: certificate, source: 'camera' });
  return session.page.evaluate(
    `window.kiosk.checkScan(${request}).then((reply) => reply.value.code)`,
  );
}

/** How many synchronisations have ended, by the terminal's own log. */
function endedSyncs(): number {
  const log = readFileSync(join(kiosk.userDataFolder, 'kiosk.log'), 'utf8');
  return log.split(/"event":"sync-(?:done|failed)"/).length - 1;
}

/** Wakes the machine, as far as the program can tell, and waits for the synchronisation after it. */
async function wakeAndSync(): Promise<SyncState | undefined> {
  const before = endedSyncs();
  server.takeRequests();
  await kiosk.application.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await expect.poll(endedSyncs, { timeout: 30_000 }).toBeGreaterThan(before);
  return settled(kiosk);
}

async function settled(session: KioskSession): Promise<SyncState | undefined> {
  const phase = async () => (await readSync(session))?.phase;
  await expect.poll(phase, { timeout: 20_000 }).toMatch(/^(done|failed)$/);
  return readSync(session);
}

describe('a kiosk with nothing but a root of trust', () => {
  it('synchronises at its start and judges', async () => {
    expect(await settled(kiosk)).toMatchObject({ phase: 'done', changed: true });
    expect(await readTrust(kiosk)).toMatchObject({ freshness: 'fresh', domain: 'production' });
    await kiosk.show(certificate);
    expect(await kiosk.verdict()).toBe('green-channel');
    await kiosk.page.getByRole('button', { name: '完成' }).click();
    await kiosk.waitForScanScreen();
  });

  it('asks two questions when nothing is new, as a stranger without a history', async () => {
    expect(await wakeAndSync()).toMatchObject({ phase: 'done', changed: false });
    expect(server.takeRequests()).toEqual(['metadata/2.root.json', 'metadata/timestamp.json']);
    const headers = server.lastHeaders();
    expect([headers.cookie, headers.referer, headers.origin]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(headers['accept-encoding']).toBe('identity');
  });

  it('follows a withdrawal without a restart', async () => {
    office.withdraw(TEST_STATUS_INDEX);
    expect(await wakeAndSync()).toMatchObject({ phase: 'done', changed: true });
    await kiosk.show(certificate);
    expect(await kiosk.verdict()).toBe('revoked');
    await kiosk.page.getByRole('button', { name: '完成' }).click();
    await kiosk.waitForScanScreen();
  });
});

describe('the session that synchronises', () => {
  it('reaches the repository and nothing else, not even beside it', async () => {
    const asked: string[] = [];
    const other = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const ask = (url: string, partition: string) =>
      kiosk.application.evaluate(
        ({ net, session }, [address = '', name = '']) =>
          new Promise<string>((resolve) => {
            const request = net.request({ url: address, session: session.fromPartition(name) });
            request.on('response', () => resolve('answered'));
            request.on('error', () => resolve('blocked'));
            request.end();
          }),
        [url, partition],
      );
    expect(await ask(`http://127.0.0.1:${port}/`, 'trust-sync')).toBe('blocked');
    expect(await ask(`${server.url}metadata/timestamp.json?leak=1`, 'trust-sync')).toBe('blocked');
    expect(await ask(`${server.url}metadata/timestamp.json`, 'kiosk')).toBe('blocked');
    expect(await ask(`${server.url}metadata/timestamp.json`, 'trust-sync')).toBe('answered');
    expect(asked).toEqual([]);
    other.close();
  });

  it.each([
    [
      'a redirect',
      'redirected',
      when(
        /./,
        (response) => void response.writeHead(302, { Location: 'http://example.org/' }).end(),
      ),
    ],
    [
      'a captive portal',
      'not-a-repository',
      when(/./, (response) => void response.end('<html>Wi-Fi</html>')),
    ],
    [
      'an endless answer',
      'too-large',
      when(/timestamp/, (response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
        };
        response.on('drain', more);
        more();
      }),
    ],
    [
      'a gzip bomb',
      'server-error',
      when(/timestamp/, (response) => {
        response.setHeader('Content-Encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(20_000_000)));
      }),
    ],
    [
      'fewer bytes than announced',
      'cut-short',
      when(/timestamp/, (response) => {
        response.writeHead(200, { 'Content-Length': '900' });
        response.write('{"signed":', () => response.socket?.end());
      }),
    ],
    [
      'an error',
      'server-error',
      when(/timestamp/, (response) => void response.writeHead(500).end()),
    ],
  ])('refuses %s by name: %s, and goes on judging', async (_, code, how) => {
    server.misbehave(how);
    expect(await wakeAndSync()).toMatchObject({ phase: 'failed', code });
    expect(await judge(kiosk)).toBe('revoked');
    server.misbehave(undefined);
  });

  it('refuses a server whose certificate this machine does not trust', async () => {
    const shady = await startMisbehavingServer(office.repositoryFolder, true);
    const visitor = await openKiosk([
      '--root',
      rootFile,
      '--repository',
      shady.url.href,
      SMALL_WINDOW,
    ]);
    expect(await settled(visitor)).toMatchObject({ phase: 'failed', code: 'bad-tls' });
    expect(shady.takeRequests()).toEqual([]);
    await visitor.close();
    await shady.close();
  });
});

describe('without its server', () => {
  it('goes on judging and says how old its data is', async () => {
    await server.close();
    expect(await wakeAndSync()).toMatchObject({ phase: 'failed', code: 'unreachable' });
    expect(await judge(kiosk)).toBe('revoked');
    const trust = await readTrust(kiosk);
    expect(trust.freshness).toBe('fresh');
    expect(trust.currentAsOf).toBeGreaterThanOrEqual(now);
  });

  it('another terminal judges with what this one holds, brought as a folder', async () => {
    const carried = join(folder, 'carried');
    cpSync(join(kiosk.userDataFolder, 'trust', 'gen-2'), carried, { recursive: true });
    const other = await openKiosk(['--trust', carried, '--root', rootFile, SMALL_WINDOW]);
    expect(await judge(other)).toBe('revoked');
    expect(await readSync(other)).toBeUndefined();
    await other.close();
  });
});
