import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sameBytes } from '../../shared/bytes.ts';
import { openStatusList, statusAt } from '../../shared/trust/status-list.ts';
import { serveRepository } from '../world/serve-repository.ts';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { issuerKey, issuersDocument, TEST_STATUS_LIST } from '../world/test-world.ts';

/** The published tuf-js, unchanged, over HTTP against `serveRepository`. It reads the real clock, so these tests do. */

const DAY = 86_400;
const NAMES = ['issuers.json', 'policy.json', TEST_STATUS_LIST];
const work = mkdtempSync(join(tmpdir(), 'repository-client-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

let repository: TestRepository;
let server: Server;
let origin: string;
let requests: string[];

beforeEach(async () => {
  const now = Math.floor(Date.now() / 1000);
  repository = makeTestRepository(mkdtempSync(join(work, 'case-')), { now });
  requests = [];
  server = serveRepository(repository.repositoryFolder, (_method, path, status) => {
    requests.push(`${status} ${path.replace(/[0-9a-f]{64}/, 'HASH')}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** A kiosk that starts from the first root and keeps what tuf-js keeps. */
function newKiosk() {
  const folder = mkdtempSync(join(work, 'kiosk-'));
  mkdirSync(join(folder, 'targets'));
  writeFileSync(join(folder, 'root.json'), repository.rootJson);
  const sync = async (names: readonly string[] = NAMES): Promise<Map<string, Uint8Array>> => {
    const updater = new Updater({
      ...{ metadataDir: folder, targetDir: join(folder, 'targets') },
      ...{ metadataBaseUrl: `${origin}/metadata`, targetBaseUrl: `${origin}/targets` },
      config: { fetchRetry: 0 },
    });
    await updater.refresh();
    const files = new Map<string, Uint8Array>();
    for (const name of names) {
      const info = await updater.getTargetInfo(name);
      if (info === undefined) continue;
      const cached = await updater.findCachedTarget(info);
      files.set(name, readFileSync(cached ?? (await updater.downloadTarget(info))));
    }
    return files;
  };
  return { folder, sync };
}

function statusOf(files: Map<string, Uint8Array>, index: number) {
  const bytes = files.get(TEST_STATUS_LIST);
  const list = bytes && openStatusList(TEST_STATUS_LIST, bytes, repository.world.bundle.keys);
  return list?.ok ? statusAt(list.value, index) : list?.failure;
}

describe('tuf-js follows an office', () => {
  it('through its first publish and one with nothing new, in two requests', async () => {
    const kiosk = newKiosk();
    expect([...(await kiosk.sync()).keys()]).toEqual(NAMES);
    repository.publish();
    requests.length = 0;
    await kiosk.sync();
    expect(requests).toEqual(['404 /metadata/2.root.json', '200 /metadata/timestamp.json']);
  });

  it('to one withdrawn certificate, fetching the list and nothing else', async () => {
    const kiosk = newKiosk();
    expect(statusOf(await kiosk.sync(), 77)).toBe('valid');
    repository.withdraw(77);
    requests.length = 0;
    expect(statusOf(await kiosk.sync(), 77)).toBe('revoked');
    expect(requests).toEqual([
      '404 /metadata/2.root.json',
      '200 /metadata/timestamp.json',
      '200 /metadata/3.snapshot.json',
      '200 /metadata/3.status.json',
      '200 /targets/status/HASH.310114-1',
    ]);
  });

  it('to a new policy', async () => {
    const kiosk = newKiosk();
    await kiosk.sync();
    repository.publish({ policy: (policy) => ({ ...policy, services: [] }) });
    const policy = (await kiosk.sync()).get('policy.json');
    expect(JSON.parse(Buffer.from(policy ?? []).toString())).toMatchObject({ services: [] });
  });

  it.each(['targets', 'snapshot', 'timestamp', 'policy', 'status'] as const)(
    'over a new key of %s',
    async (role) => {
      const before = newKiosk();
      await before.sync();
      repository.rotate(role);
      repository.withdraw(78);
      for (const kiosk of [before, newKiosk()])
        expect(statusOf(await kiosk.sync(), 78)).toBe('revoked');
    },
  );

  it('over three roots that share no key, at once and step by step', async () => {
    const away = newKiosk();
    const online = newKiosk();
    for (let round = 0; round < 2; round++) {
      await online.sync();
      repository.rotateRoot();
    }
    repository.withdraw(79);
    for (const kiosk of [away, online, newKiosk()]) {
      expect(statusOf(await kiosk.sync(), 79)).toBe('revoked');
      expect(JSON.parse(readFileSync(join(kiosk.folder, 'root.json'), 'utf8'))).toMatchObject({
        signed: { version: 3 },
      });
    }
  });

  it('at every instant of a rotation of the timestamp key', async () => {
    const kiosk = newKiosk();
    repository.rotate('timestamp');
    const root = join(repository.repositoryFolder, 'metadata/2.root.json');
    const bytes = readFileSync(root);
    // The last rename has not happened yet.
    rmSync(root);
    await kiosk.sync();
    writeFileSync(root, bytes);
    await kiosk.sync();
  });

  it('to a new key that signs status lists', async () => {
    const kiosk = newKiosk();
    await kiosk.sync();
    const key = issuerKey('Ed25519', ['status']);
    const { certificateKey, presentationKey, statusKey } = repository.world;
    const leaked = { ...statusKey, state: 'withdrawn' as const };
    const change = {
      issuers: () => issuersDocument([certificateKey, presentationKey, leaked, key]),
    };
    expect(() => repository.publish(change)).toThrow(/status\/310114-1: key-withdrawn/);
    const list = repository.statusList({ key });
    repository.publish({ ...change, files: { [TEST_STATUS_LIST]: list } });
    const received = (await kiosk.sync()).get(TEST_STATUS_LIST);
    expect(received && sameBytes(received, list)).toBe(true);
  });
});

describe('tuf-js refuses', () => {
  it('a key that was taken out of force', async () => {
    const kiosk = newKiosk();
    await kiosk.sync();
    repository.rotate('timestamp');
    repository.forge({ timestamp: { signers: repository.formerKeys.timestamp } });
    await expect(kiosk.sync()).rejects.toThrow(/timestamp was signed by 0\/1 keys/);
  });

  it.each([
    ['policy', /policy was signed by 0\/1 keys/],
    ['snapshot', /snapshot was signed by 0\/1 keys/],
    ['timestamp', /timestamp was signed by 0\/1 keys/],
  ] as const)('a changed %s', async (role, message) => {
    const bytes = (signed: Uint8Array): Uint8Array =>
      Buffer.from(Buffer.from(signed).toString().replace('"expires":"20', '"expires":"21'));
    repository.forge({ [role]: { bytes } });
    await expect(newKiosk().sync()).rejects.toThrow(message);
  });

  it('a root signed by one key of three', async () => {
    repository.forge({ root: { signers: repository.keys.root.slice(0, 1) } });
    await expect(newKiosk().sync()).rejects.toThrow(/root was signed by 1\/2 keys/);
  });

  it('a timestamp of yesterday', async () => {
    const expires = new Date(Date.now() - DAY * 1_000).toISOString();
    repository.forge({ timestamp: { change: (body) => ({ ...body, expires }) } });
    await expect(newKiosk().sync()).rejects.toThrow(/expired/);
  });

  it('a changed file', async () => {
    const { signed } = JSON.parse(
      readFileSync(join(repository.repositoryFolder, 'metadata/2.targets.json'), 'utf8'),
    );
    const { sha256 } = signed.targets['issuers.json'].hashes;
    const file = join(repository.repositoryFolder, `targets/${sha256}.issuers.json`);
    writeFileSync(
      file,
      readFileSync(file).map((byte) => (byte === 0x33 ? 0x34 : byte)),
    );
    await expect(newKiosk().sync()).rejects.toThrow(/hash/);
  });
});
