import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_LOCK_AGE_SECONDS } from '../../electron/trust/limits.ts';
import { codeOf, openStoreKiosk, type StoreKiosk } from './store-kiosk.ts';

let kiosk: StoreKiosk;
beforeEach(() => {
  kiosk = openStoreKiosk();
});
afterEach(() => kiosk.close());

const lockFile = (): string => join(kiosk.storeFolder, 'lock');

/** A lock as another process would write it, changed. */
async function lockOfAnother(change: object): Promise<void> {
  const store = await kiosk.open();
  const staging = await store.beginStaging();
  const own = JSON.parse(readFileSync(lockFile(), 'utf8'));
  if (staging.ok) await store.abandon(staging.value);
  writeFileSync(lockFile(), JSON.stringify({ ...own, token: 'of another', ...change }));
}

describe('two at a store', () => {
  it('one of two stagings in a process is busy, and both stores go on reading', async () => {
    const first = await kiosk.open();
    await kiosk.take(first);
    const staging = await first.beginStaging();
    if (!staging.ok) throw new Error(staging.failure.code);
    const second = await kiosk.open();
    expect(second.current()).toMatchObject({ source: 'current', degraded: [] });
    expect(second.notes()).toEqual([]);
    for (const store of [first, second]) {
      expect(await store.beginStaging()).toMatchObject({ ok: false, failure: { code: 'busy' } });
    }
    // Opening the second has left the staging of the first alone.
    expect(existsSync(staging.value.folder)).toBe(true);
    await first.abandon(staging.value);
    kiosk.office.withdraw(1);
    expect(codeOf(await kiosk.take(second))).toBe('committed');
    await first.reload();
    expect(first.current()?.versions).toEqual(second.current()?.versions);
  });

  it('a store that has not heard of the commit of another builds on it all the same', async () => {
    const [first, second] = [await kiosk.open(), await kiosk.open()];
    kiosk.office.withdraw(1);
    await kiosk.take(first);
    kiosk.office.withdraw(2);
    expect(codeOf(await kiosk.take(second))).toBe('committed');
    expect(second.current()?.folder).toContain('gen-2');
  });

  it('a living process keeps its lock, a dead one does not', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
    const start = startOf(child.pid ?? 0);
    await lockOfAnother({ pid: child.pid, start });
    const store = await kiosk.open();
    expect(codeOf(await kiosk.take(store))).toBe('busy');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(codeOf(await kiosk.take(store))).toBe('committed');
  });

  const stale: [string, object][] = [
    ['of a process that had this number before us', { pid: process.pid }],
    ['of a process whose number another bears now', { pid: process.ppid, start: 'other boot 1' }],
    ['from before the machine was started', { pid: process.ppid, uptime: 2 ** 40 }],
    // Counted from now, because the machine may have been started a minute ago.
    [
      'older than any synchronisation',
      { pid: process.ppid, uptime: Math.floor(uptime()) - MAX_LOCK_AGE_SECONDS - 1 },
    ],
    ['that says nothing', { pid: 'x' }],
  ];
  it.each(stale)('a lock %s is broken', async (_, change) => {
    await lockOfAnother({ start: startOf(process.ppid), ...change });
    const store = await kiosk.open();
    expect(codeOf(await kiosk.take(store))).toBe('committed');
    expect(existsSync(lockFile())).toBe(false);
  });

  it('a commit whose lock was taken away meanwhile is busy and changes nothing', async () => {
    const store = await kiosk.open();
    await kiosk.take(store);
    const staging = await store.beginStaging();
    if (!staging.ok) throw new Error(staging.failure.code);
    writeFileSync(lockFile(), JSON.stringify({ token: 'x', pid: 1, start: '', uptime: 1 }));
    const answer = await store.commit(staging.value, {
      currentAsOf: { issuers: 0, policy: 0, status: 0 },
      now: kiosk.office.world.now,
    });
    expect(codeOf(answer)).toBe('busy');
    expect(existsSync(lockFile())).toBe(true);
  });

  it('a staging that is over cannot be committed', async () => {
    const store = await kiosk.open();
    const staging = await store.beginStaging();
    if (!staging.ok) throw new Error(staging.failure.code);
    await store.abandon(staging.value);
    const currentAsOf = { issuers: 0, policy: 0, status: 0 };
    expect(codeOf(await store.commit(staging.value, { currentAsOf, now: 0 }))).toBe('busy');
  });
});

/** As the lock writes it on Linux; elsewhere it is empty. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
}
