import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realDisk, type TrustDisk } from '../../electron/trust/trust-store-disk.ts';
import { TEST_NOW } from '../world/test-world.ts';
import { allAt, codeOf, openStoreKiosk, type StoreKiosk } from './store-kiosk.ts';

let kiosk: StoreKiosk;
beforeEach(() => {
  kiosk = openStoreKiosk();
});
afterEach(() => kiosk.close());

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/** Two generations; the status list of the newest differs from the one before. */
async function fillStore(): Promise<void> {
  const store = await kiosk.open();
  for (const index of [1, 2]) {
    kiosk.office.withdraw(index);
    expect(codeOf(await kiosk.take(store))).toBe('committed');
  }
}

const DAMAGES: [string, (file: string) => void][] = [
  ['a changed bit', flipBit],
  ['a cut', (file) => writeFileSync(file, readFileSync(file).subarray(0, -1))],
  ['nothing in it', (file) => writeFileSync(file, '')],
  ['the file gone', (file) => rmSync(file)],
];

function flipBit(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('every file of the newest generation in turn', () => {
  it.each(DAMAGES)('with %s: the previous generation, and it says so', async (_, damage) => {
    kiosk.office.rotateRoot();
    await fillStore();
    const newest = join(kiosk.storeFolder, 'gen-2');
    const files = filesBelow(newest);
    expect(files).toHaveLength(1 + 1 + 5 + 3 + 1); // two roots, five roles, three files, the record
    const needed = files.filter((file) => !['record.json', 'metadata/1.root.json'].includes(file));
    const marked = (await kiosk.open()).marks();
    const kept = join(kiosk.folder, 'kept');
    cpSync(newest, kept, { recursive: true });
    for (const file of needed) {
      damage(join(newest, file));
      const store = await kiosk.open();
      const current = store.current();
      // Signed by the old root's keys as well, the state holds without its newest root; the marks miss it.
      const isStillSigned = file === 'metadata/2.root.json' && !existsSync(join(newest, file));
      expect(current?.source, file).toBe(isStillSigned ? 'current' : 'previous');
      expect(current?.degraded.length, file).toBeGreaterThan(0);
      expect(current?.degraded[0]?.detail, file).toContain('gen-2');
      expect(store.marks(), file).toEqual(marked);
      cpSync(kept, newest, { recursive: true });
    }
    expect((await kiosk.open()).current()).toMatchObject({ source: 'current', degraded: [] });
  });

  it.each(DAMAGES)('a record with %s makes the data older, not newer', async (_, damage) => {
    const store = await kiosk.open();
    await kiosk.take(store);
    await kiosk.take(store, TEST_NOW + 7_200);
    damage(join(kiosk.storeFolder, 'gen-1/record.json'));
    const current = (await kiosk.open()).current();
    expect(current).toMatchObject({ source: 'current', degraded: [{ code: 'wrong-content' }] });
    expect(current?.bundle.currentAsOf).toEqual(allAt(TEST_NOW));
  });

  it('falls to the installer’s set when both generations are damaged, and heals by a commit', async () => {
    const factoryFolder = join(kiosk.folder, 'factory');
    cpSync(kiosk.office.repositoryFolder, factoryFolder, { recursive: true });
    await fillStore();
    for (const number of [1, 2]) {
      flipBit(join(kiosk.storeFolder, `gen-${number}/metadata/timestamp.json`));
    }
    const store = await kiosk.open({ factoryFolder });
    expect(store.current()?.source).toBe('factory');
    const codes = store.current()?.degraded.map(({ code }) => code);
    expect(codes).toHaveLength(3);
    expect(codes?.[2]).toBe('rolled-back');
    kiosk.office.withdraw(9);
    expect(codeOf(await kiosk.take(store))).toBe('committed');
    expect(store.current()).toMatchObject({ source: 'current', degraded: [] });
  });

  it('has nothing to judge with when everything is damaged, and says why', async () => {
    await fillStore();
    for (const number of [1, 2]) {
      flipBit(join(kiosk.storeFolder, `gen-${number}/metadata/timestamp.json`));
    }
    const store = await kiosk.open();
    expect(store.current()).toBeUndefined();
    expect(store.notes()).toHaveLength(2);
  });

  it('needs no CURRENT, and repairs it', async () => {
    await fillStore();
    for (const content of ['gen-1\n', '', '../../etc', 'gen-99999999999999999999']) {
      writeFileSync(join(kiosk.storeFolder, 'CURRENT'), content);
      expect((await kiosk.open()).current()).toMatchObject({ source: 'current', degraded: [] });
      expect(readFileSync(join(kiosk.storeFolder, 'CURRENT'), 'utf8')).toBe('gen-2\n');
    }
  });
});

/** A disk that fails from its n-th step on, or at that step only, having written half of the file. */
function failingDisk(failAt: number, isLasting: boolean) {
  let step = 0;
  const guard = async <Value>(work: () => Promise<Value>, path?: string): Promise<Value> => {
    step++;
    const fails = isLasting ? step >= failAt : step === failAt;
    if (!fails) return work();
    if (path !== undefined) writeFileSync(path, 'ha');
    const error = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    throw error;
  };
  const disk: TrustDisk = {
    makeFolder: (path) => guard(() => realDisk.makeFolder(path)),
    writeFile: (path, content) => guard(() => realDisk.writeFile(path, content), path),
    copyFile: (from, to) => guard(() => realDisk.copyFile(from, to), to),
    rename: (from, to) => guard(() => realDisk.rename(from, to)),
    force: (path) => guard(() => realDisk.force(path)),
    // Removing needs no space.
    remove: (path) => realDisk.remove(path),
  };
  return { disk, steps: () => step };
}

describe('a disk that fails at any one of its steps', () => {
  it.each([
    ['once', false],
    ['from then on', true],
  ])('%s: the state before or the new one, whole, and a code', async (_, isLasting) => {
    await fillStore();
    const before = (await kiosk.open()).current()?.versions.status ?? 0;
    kiosk.office.withdraw(3);
    const kept = join(kiosk.folder, 'kept');
    cpSync(kiosk.storeFolder, kept, { recursive: true });
    const outcomes = new Set<string>();
    let failAt = 0;
    for (let isHit = true; isHit; ) {
      failAt++;
      rmSync(kiosk.storeFolder, { recursive: true });
      cpSync(kept, kiosk.storeFolder, { recursive: true });
      const failing = failingDisk(failAt, isLasting);
      const store = await kiosk.open({ disk: failing.disk });
      expect(store.current(), `step ${failAt}`).toMatchObject({ source: 'current', degraded: [] });
      const code = codeOf(await kiosk.take(store));
      outcomes.add(code);
      const running = store.current()?.versions.status;
      expect(running, `step ${failAt}`).toBe(code === 'committed' ? before + 1 : before);
      const again = (await kiosk.open()).current();
      expect(again, `step ${failAt}, restarted`).toMatchObject({ source: 'current', degraded: [] });
      if (code === 'committed') expect(again?.versions.status, `step ${failAt}`).toBe(before + 1);
      const names = readdirSync(kiosk.storeFolder).join(' ');
      expect(names).not.toMatch(/staging|assembly|lock|\.new/);
      isHit = failing.steps() >= failAt;
    }
    expect(failAt).toBeGreaterThan(40);
    expect([...outcomes].sort()).toEqual(['committed', 'disk-error']);
  });
});

const canMount = process.getuid?.() === 0 && process.platform === 'linux' && mounts();

function mounts(): boolean {
  try {
    const folder = '/tmp/trust-store-mount-probe';
    mkdirSync(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false; // No right to mount: the injected faults above have to do.
  }
}

describe.runIf(canMount)('a real file system', () => {
  let mounted: string;
  beforeEach(() => {
    mounted = kiosk.storeFolder;
    mkdirSync(mounted, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=640k', 'tmpfs', mounted]);
  });
  afterEach(() => execFileSync('umount', [mounted]));

  it('that is full at any page keeps a whole state', async () => {
    await fillStore();
    kiosk.office.withdraw(3);
    let pages = -1;
    for (let outcome = 'disk-error'; outcome !== 'committed'; ) {
      pages++;
      const ballast = join(mounted, 'ballast');
      rmSync(ballast, { force: true });
      const free = execFileSync('stat', ['-f', '-c', '%f', mounted], { encoding: 'utf8' });
      writeFileSync(ballast, Buffer.alloc(Math.max(0, Number(free) - pages) * 4_096));
      const store = await kiosk.open();
      expect(store.current()).toMatchObject({ source: 'current', degraded: [] });
      outcome = codeOf(await kiosk.take(store));
      expect(['committed', 'disk-error']).toContain(outcome);
      const again = (await kiosk.open()).current();
      expect(again, `${pages} pages`).toMatchObject({ source: 'current', degraded: [] });
    }
    expect(pages).toBeGreaterThan(10);
  });

  it('that became read-only still serves, and a commit is disk-error', async () => {
    await fillStore();
    execFileSync('mount', ['-o', 'remount,ro', mounted]);
    const store = await kiosk.open();
    expect(store.current()).toMatchObject({ source: 'current', degraded: [] });
    expect(store.notes().map(({ code }) => code)).toEqual(['disk-error']);
    expect(codeOf(await kiosk.take(store))).toBe('disk-error');
    expect(existsSync(join(mounted, 'gen-2'))).toBe(true);
  });
});
