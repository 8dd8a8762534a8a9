import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { SyncState } from '../../shared/ipc/sync-state.ts';
import { startHttpProxy } from '../trust/counting-proxy.ts';
import { startMisbehavingServer } from '../trust/misbehaving-server.ts';
import { makeTestCa } from '../trust/test-ca.ts';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { type KioskSession, openKiosk, SMALL_WINDOW } from './kiosk-session.ts';

/** The packaged kiosk with a proxy and an authority of the administrator's choice. */

let folder: string;
let office: TestRepository;
let rootFile: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sync-network-e2e-'));
  office = makeTestRepository(folder, { now: Math.floor(Date.now() / 1_000) });
  rootFile = join(folder, 'root.json');
  writeFileSync(rootFile, office.rootJson);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How many synchronisations have ended, by the terminal's own log. */
function endedSyncs(session: KioskSession): number {
  const log = readFileSync(join(session.userDataFolder, 'kiosk.log'), 'utf8');
  return log.split(/"event":"sync-(?:done|failed)"/).length - 1;
}

async function settled(session: KioskSession): Promise<SyncState | undefined> {
  const read = (): Promise<SyncState | undefined> =>
    session.page.evaluate('window.kiosk.readTrustState({}).then((reply) => reply.value.sync)');
  const phase = async () => (await read())?.phase;
  await expect.poll(phase, { timeout: 30_000 }).toMatch(/^(done|failed)$/);
  return read();
}

describe('behind a proxy', () => {
  function siteOf(values: object): string {
    const file = join(folder, 'site.json');
    // The demo's site has the PIN without which no kiosk starts.
    const demo: object = JSON.parse(readFileSync(inject('program').siteFile, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...demo, ...values }));
    return file;
  }

  it('asks the proxy for everything it asks', async () => {
    const proxy = await startHttpProxy();
    const server = await startMisbehavingServer(office.repositoryFolder);
    const site = siteOf({ syncProxy: `http://127.0.0.1:${proxy.port}` });
    const visitor = await openKiosk([
      SMALL_WINDOW,
      ...['--site', site, '--root', rootFile, '--repository', server.url.href],
    ]);
    expect(await settled(visitor)).toMatchObject({ phase: 'done', changed: true });
    const arrived = server.takeRequests().map((path) => `GET ${server.url}${path}`);
    expect(arrived).toContain(`GET ${server.url}metadata/timestamp.json`);
    const asked = proxy.takeAsked();
    expect(new Set(asked)).toEqual(new Set(arrived));
    // A question may be asked again after a connection broke; none may arrive past the proxy.
    expect(asked.length).toBeGreaterThanOrEqual(arrived.length);
    await visitor.close();
    for (const { close } of [proxy, server]) await close();
  });

  it('believes the authority in the file of syncCa and, once that is another, no longer', async () => {
    const [ours, others] = [makeTestCa('District Root'), makeTestCa('District Root')];
    const proxy = await startHttpProxy();
    const secure = await startMisbehavingServer(office.repositoryFolder, ours.serverFor());
    const syncCa = join(folder, 'authority.pem');
    writeFileSync(syncCa, ours.pem);
    const site = siteOf({ syncProxy: `http://127.0.0.1:${proxy.port}`, syncCa });
    const visitor = await openKiosk([
      SMALL_WINDOW,
      ...['--site', site, '--root', rootFile, '--repository', secure.url.href],
    ]);
    const again = async (): Promise<SyncState | undefined> => {
      const before = endedSyncs(visitor);
      await visitor.application.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
      await expect.poll(() => endedSyncs(visitor), { timeout: 30_000 }).toBeGreaterThan(before);
      return settled(visitor);
    };
    expect(await settled(visitor)).toMatchObject({ phase: 'done', changed: true });
    expect(new Set(proxy.takeAsked())).toEqual(new Set([`CONNECT ${secure.url.host}`]));
    secure.takeRequests();
    writeFileSync(syncCa, others.pem);
    expect(await again()).toMatchObject({ phase: 'failed', code: 'wrong-ca' });
    writeFileSync(syncCa, 'nothing');
    expect(await again()).toMatchObject({ phase: 'failed', code: 'ca-unusable' });
    expect(secure.takeRequests()).toEqual([]);
    await visitor.close();
    for (const { close } of [proxy, secure, ours, others]) await close();
  });
});
