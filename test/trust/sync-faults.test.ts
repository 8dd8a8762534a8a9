import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startNodeProcess } from '../../electron/trust/sync-process-node.ts';
import { runSync, type SyncProcess } from '../../electron/trust/sync-runner.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { TEST_NOW, TEST_STATUS_INDEX } from '../world/test-world.ts';
import { when } from './misbehaving-server.ts';
import { openSyncScene, type SyncScene } from './sync-terminal.ts';

const KILLS = 100;

let scene: SyncScene;
beforeEach(async () => {
  scene = await openSyncScene();
});
afterEach(() => scene.close());

const GOOD = { ok: true, value: { changed: true } };
const failed = (code: string) => ({ ok: false, failure: { code } });

/** A process in place of the real one. */
function standIn(deed: string): SyncProcess {
  return startNodeProcess(join(import.meta.dirname, 'sync-stand-in.ts'), { args: [deed] });
}

describe('a synchronising process gone wrong', () => {
  it.each([
    ['hang', 'too-slow'],
    ['crash', 'process-died'],
    ['leave', 'process-died'],
    ['hoard', 'process-died'],
    ['babble', 'process-died'],
  ])('%s -> %s', async (deed, code) => {
    const deadlineMs = deed === 'hang' ? 1_000 : 20_000;
    expect(await scene.sync({ deadlineMs, start: () => standIn(deed) })).toMatchObject(
      failed(code),
    );
    expect(await scene.sync()).toEqual(GOOD);
  });

  it.each([
    '../secret',
    '//example.org/metadata/timestamp.json',
    'http://example.org/metadata/timestamp.json',
    'metadata/../../timestamp.json',
    'metadata/timestamp.json?leak=1',
    'targets/status/310114-1',
  ])('cannot make the program ask for %s', async (path) => {
    await scene.sync({ deadlineMs: 700, start: () => standIn(path) });
    expect(scene.server.takeRequests()).toEqual([]);
  });

  it('cannot make the program fetch without end', async () => {
    let fetched = 0;
    let answered = 0;
    let listen: (message: unknown) => void = () => undefined;
    const start = (): SyncProcess => ({
      send: (message) => {
        if (message.kind === 'fetched') answered += 1;
        for (let id = 0; message.kind === 'start' && id < 3_000; id++)
          listen({ kind: 'fetch', id, path: 'metadata/timestamp.json', maxBytes: 10 });
        if (answered === 3_000)
          listen({ kind: 'done', outcome: { ok: true, value: { changed: false } } });
      },
      onMessage: (listener) => {
        listen = listener;
      },
      onExit: () => undefined,
      kill: () => undefined,
    });
    const port = {
      fetch: async () => {
        fetched += 1;
        return { ok: true, value: new Uint8Array(10) } as const;
      },
      close: () => undefined,
    };
    const task = { folder: scene.storeFolder, rootJson: scene.office.rootJson, now: TEST_NOW };
    await runSync({ task, start, port, deadlineMs: 10_000, tell: () => undefined });
    expect(fetched).toBe(1_000);
  });
});

describe('the one origin', () => {
  /** Ends a process that opens any connection of its own. */
  const guard =
    "import { Socket } from 'node:net'; Socket.prototype.connect = () => process.abort();";
  const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(guard)}`];

  it('is asked by the program alone: its synchronising process opens no connection', async () => {
    const start = () => startNodeProcess(undefined, { nodeOptions });
    expect(await scene.sync({ start })).toEqual(GOOD);
    const asked = scene.server.takeRequests();
    expect(asked.every((path) => /^(metadata|targets)\//.test(path))).toBe(true);
    const { cookie, referer, authorization } = scene.server.lastHeaders();
    expect([cookie, referer, authorization]).toEqual([undefined, undefined, undefined]);
  });

  it('is guarded in the test above by something that notices', async () => {
    const entry = join(import.meta.dirname, 'sync-stand-in.ts');
    const start = () => startNodeProcess(entry, { args: ['connect'], nodeOptions });
    expect(await scene.sync({ start })).toMatchObject(failed('process-died'));
  });

  it('has to have a certificate this machine trusts', async () => {
    const shady = await openSyncScene(true);
    expect(await shady.sync()).toMatchObject(failed('bad-tls'));
    expect(shady.server.takeRequests()).toEqual([]);
    await shady.close();
  });
});

describe('two processes', () => {
  it('do not synchronise one store at the same time; the second is told so', async () => {
    let release: (() => void) | undefined;
    scene.server.misbehave(
      when(/timestamp/, (response) => {
        release = () => response.destroy();
      }),
    );
    const first = scene.sync();
    while (release === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await scene.sync()).toMatchObject(failed('busy'));
    release();
    expect(await first).toMatchObject({ ok: false });
    scene.server.misbehave(undefined);
    expect(await scene.sync()).toEqual(GOOD);
  });
});

describe('a process killed at any instant', () => {
  it(`leaves a whole, verified state, ${KILLS} times`, async () => {
    const random = seededRandom(20_261_123);
    expect(await scene.sync()).toEqual(GOOD);
    const began = performance.now();
    await scene.sync();
    // Changes with what else the machine does, so it is measured all along.
    let usualMs = performance.now() - began;
    const answers = { killed: 0, finished: 0 };
    for (let round = 0; round < KILLS; round++) {
      scene.office.withdraw(100 + round);
      const deadlineMs = Math.ceil(random() * usualMs * 1.3);
      const roundBegan = performance.now();
      const outcome = await scene.sync({ deadlineMs });
      answers[outcome.ok ? 'finished' : 'killed'] += 1;
      usualMs = outcome.ok ? performance.now() - roundBegan : Math.max(usualMs, deadlineMs);
      if (!outcome.ok) expect(outcome.failure.code).toBe('too-slow');
      const store = await scene.openStore();
      expect(store.current()).toMatchObject({ source: 'current', degraded: [] });
    }
    expect(answers.killed).toBeGreaterThan(40);
    expect(await scene.scan()).toBe('green-channel');
    expect(await scene.sync()).toMatchObject({ ok: true });
    scene.office.withdraw(TEST_STATUS_INDEX);
    expect(await scene.sync()).toEqual(GOOD);
    expect(await scene.scan()).toBe('revoked');
    const left = readdirSync(scene.storeFolder).filter((name) => /^(staging|assembly)-/.test(name));
    expect(left).toEqual([]);
  }, 300_000);
});

/** Only root may, and not in every container. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'none', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  return mounted;
}

describe('the disk', () => {
  it('that cannot be written: disk-error', async () => {
    rmSync(scene.storeFolder, { recursive: true, force: true });
    // A file in place of the folder: true of any user, root included.
    writeFileSync(scene.storeFolder, '');
    expect(await scene.sync()).toMatchObject(failed('disk-error'));
  });

  it.runIf(canMount())('that is full at every size: disk-error or done, never half', async () => {
    mkdirSync(scene.storeFolder);
    const mount = (size: string): void => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', scene.storeFolder]);
    };
    const codes: string[] = [];
    try {
      mount('1m');
      expect(await scene.sync()).toEqual(GOOD);
      scene.office.withdraw(7);
      for (const free of [0, 8, 24, 40, 64]) {
        execFileSync(
          'sh',
          [
            '-c',
            `rm -f filler; dd if=/dev/zero of=filler bs=1k 2>/dev/null; truncate -s -${free}k filler`,
          ],
          { cwd: scene.storeFolder },
        );
        const outcome = await scene.sync();
        codes.push(outcome.ok ? 'done' : outcome.failure.code);
        expect((await scene.openStore()).current()).toMatchObject({ source: 'current' });
        expect(await scene.scan()).toBe('green-channel');
        rmSync(join(scene.storeFolder, 'filler'), { force: true });
      }
      execFileSync('mount', ['-o', 'remount,ro', scene.storeFolder]);
      scene.office.withdraw(8);
      expect(await scene.sync()).toMatchObject(failed('disk-error'));
      expect(await scene.scan()).toBe('green-channel');
    } finally {
      execFileSync('umount', [scene.storeFolder]);
    }
    expect(codes[0]).toBe('disk-error');
    expect(codes.every((code) => code === 'disk-error' || code === 'done')).toBe(true);
  });
});
