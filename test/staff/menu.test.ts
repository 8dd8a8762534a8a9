import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createStaffHandlers } from '../../electron/ipc/staff-handlers.ts';
import { createTrustTransfer } from '../../electron/staff/trust-transfer.ts';
import { makeTestRepository } from '../world/test-repository.ts';
import { createStaffWorld, TEST_PIN, TEST_PIN_HASH } from './staff-world.ts';

/** A menu that has been opened, with a drive plugged in. */
async function openMenu(policy: Readonly<Record<string, unknown>> = {}) {
  const drive = mkdtempSync(join(tmpdir(), 'usb-drive-'));
  const world = await createStaffWorld({
    ...{ staffPin: TEST_PIN_HASH, exchangeFolders: [drive] },
    ...policy,
  });
  const menu = createStaffHandlers(world.parts);
  await menu.unlockStaff({ pin: TEST_PIN });
  return { ...world, menu, drive };
}

describe('the menu', () => {
  it('answers nothing before the PIN, after a wrong one, and after it was closed', async () => {
    const { parts, left } = await createStaffWorld();
    const menu = createStaffHandlers(parts);
    const expectClosed = async () => {
      expect(await menu.readStaffState({})).toEqual({ access: 'closed' });
      expect(await menu.changeSetting({ name: 'outOfOrder', value: true })).toEqual({
        access: 'closed',
      });
      expect(await menu.leaveKiosk({})).toEqual({ access: 'closed' });
    };
    await expectClosed();
    await menu.unlockStaff({ pin: '111111' });
    await expectClosed();
    await menu.unlockStaff({ pin: TEST_PIN });
    expect(await menu.keepStaffOpen({})).toEqual({ access: 'open', value: null });
    menu.closeStaff({});
    await expectClosed();
    expect(left()).toBe(0);
  });

  it('closes by itself when nobody touches it, whatever the screen does', async () => {
    const { menu, time } = await openMenu();
    for (let touch = 0; touch < 5; touch++) {
      time.now += 60;
      expect(await menu.keepStaffOpen({})).toMatchObject({ access: 'open' });
    }
    time.now += 90;
    expect(await menu.keepStaffOpen({})).toEqual({ access: 'closed' });
  });

  it('changes a setting at once and writes down that it did', async () => {
    const { menu, parts, recorded } = await openMenu();
    expect(await menu.changeSetting({ name: 'outOfOrder', value: true })).toMatchObject({
      value: 'changed',
    });
    expect(parts.configuration.settings().outOfOrder).toBe(true);
    expect(recorded).toContainEqual({ kind: 'staff-action', action: 'out-of-order-on' });
  });

  it('neither changes what is locked nor takes a value that cannot be', async () => {
    const { menu, recorded } = await openMenu({ language: 'zh-CN' });
    expect(await menu.changeSetting({ name: 'language', value: 'en' })).toMatchObject({
      value: 'locked',
    });
    expect(await menu.changeSetting({ name: 'soundVolume', value: 101 })).toMatchObject({
      value: 'bad-value',
    });
    expect(recorded).toEqual([{ kind: 'staff-action', action: 'menu-opened' }]);
    expect(await menu.readStaffState({})).toMatchObject({
      value: { settings: { language: { isLocked: true }, soundVolume: { isLocked: false } } },
    });
  });

  it('remembers the steps of the first set-up, until the settings are wiped', async () => {
    const { menu, recorded } = await openMenu();
    const held = async () => {
      const reply = await menu.readStaffState({});
      return reply.access === 'open' ? reply.value.settings.firstSetup : undefined;
    };
    expect(await held()).toEqual({ value: {}, isLocked: false });
    const value = { data: 'done', printer: 'skipped' } as const;
    await menu.changeSetting({ name: 'firstSetup', value });
    expect(await held()).toEqual({ value, isLocked: false });
    expect(recorded.at(-1)).toEqual({ kind: 'staff-action', action: 'setup-step-taken' });
    await menu.wipeStorage({ kinds: ['settings'] });
    expect(await held()).toEqual({ value: {}, isLocked: false });
  });

  it('makes only the checks a page asks for', async () => {
    const { menu } = await openMenu();
    const reply = await menu.runSelfTest({ camera: null, only: ['pin', 'clock', 'nothing'] });
    const lines = reply.access === 'open' ? reply.value : [];
    expect(lines.map(({ id }) => id)).toEqual(['clock', 'pin']);
  });

  it('heeds a PIN that was set on a terminal beside it', async () => {
    const { parts, folder } = await createStaffWorld({});
    const menu = createStaffHandlers(parts);
    expect(await menu.unlockStaff({ pin: TEST_PIN })).toEqual({ result: 'no-pin' });
    writeFileSync(join(folder, 'policy.json'), JSON.stringify({ staffPin: TEST_PIN_HASH }));
    expect(await menu.unlockStaff({ pin: TEST_PIN })).toEqual({ result: 'opened' });
  });

  it('lets staff leave', async () => {
    const { menu, left, recorded } = await openMenu();
    await menu.leaveKiosk({});
    expect(left()).toBe(1);
    expect(recorded).toContainEqual({ kind: 'staff-action', action: 'left-terminal' });
  });
});

describe('a drive', () => {
  it('is looked at for trust data one folder deep', async () => {
    const { menu, drive } = await openMenu();
    mkdirSync(join(drive, 'trust', 'metadata'), { recursive: true });
    mkdirSync(join(drive, 'photos'));
    expect(await menu.listDrives({})).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({ path: drive, repositories: [join(drive, 'trust')] }),
      ]),
    });
  });

  it('brings data, and takes it to the next machine', async () => {
    const { menu, parts, drive, recorded, time } = await openMenu();
    const office = makeTestRepository(drive, { now: time.now - 60, listSize: 1_024 });
    const rootFile = join(parts.stateFolder, 'root.json');
    writeFileSync(rootFile, office.rootJson);
    const folder = join(parts.stateFolder, 'trust');
    const plan = { kind: 'store', folder, factoryFolder: undefined, rootFile } as const;
    let adopted = 0;
    const transfer = createTrustTransfer(plan, parts.clock, async () => {
      adopted += 1;
    });
    const withStore = createStaffHandlers({ ...parts, transfer });
    const repository = { folder: office.repositoryFolder };
    expect(await withStore.previewImport(repository)).toMatchObject({
      value: { result: 'found', signedAt: time.now - 60, heldTimestampVersion: null },
    });
    expect(adopted).toBe(0);
    expect(await withStore.importRepository(repository)).toMatchObject({
      value: { result: 'imported' },
    });
    expect(adopted).toBe(1);
    const written = await withStore.exportRepository({ drive });
    expect(written).toMatchObject({ value: { result: 'written' } });
    expect(recorded.map((event) => 'action' in event && event.action)).toEqual([
      ...['menu-opened', 'trust-imported', 'trust-exported'],
    ]);
    // Without a store nothing can be brought.
    expect(await menu.importRepository(repository)).toMatchObject({ value: { result: 'failed' } });
  });

  it.each([['..'], ['/etc'], ['elsewhere']])('is nothing a page can invent: %s', async (path) => {
    const { menu, drive } = await openMenu();
    for (const folder of [path, join(drive, path)]) {
      expect(await menu.previewImport({ folder })).toMatchObject({ value: { result: 'failed' } });
      expect(await menu.exportDiagnostics({ drive: folder, camera: null })).toMatchObject({
        value: { result: 'failed' },
      });
    }
  });

  it('takes diagnostics without secrets', async () => {
    const { menu, drive, folder } = await openMenu({ hallName: '嘉定区行政服务中心' });
    writeFileSync(join(folder, 'kiosk.log'), '{"event":"kiosk-started"}\n');
    mkdirSync(join(folder, 'Crashpad', 'completed'), { recursive: true });
    writeFileSync(join(folder, 'Crashpad', 'completed', 'a.dmp'), 'memory of a visitor');
    await menu.exportDiagnostics({ drive, camera: null });
    const [zip] = readdirSync(drive).filter((name) => name.endsWith('.zip'));
    const files = unzipSync(readFileSync(join(drive, `${zip}`)));
    const all = Object.values(files).map((bytes) => strFromU8(bytes));
    const text = all.join('\n');
    for (const part of ['a.dmp', '嘉定区行政服务中心', 'kiosk-started', '"(set)"', '"clock"']) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/scrypt|memory of a visitor/);
  });
});

describe('stored data', () => {
  it('is counted by kind, and only what may go is wiped', async () => {
    const { menu, folder, parts } = await openMenu();
    for (const name of ['kiosk.log', 'kiosk.log.1', 'last-scan.json', 'Cookies']) {
      writeFileSync(join(folder, name), 'x'.repeat(100));
    }
    mkdirSync(join(folder, 'trust'));
    writeFileSync(join(folder, 'trust', 'CURRENT'), 'x');
    await menu.changeSetting({ name: 'soundVolume', value: 10 });
    expect(await menu.readStorage({})).toMatchObject({
      value: {
        parts: expect.arrayContaining([
          { kind: 'log', bytes: 200, names: ['kiosk.log', 'kiosk.log.1'] },
          { kind: 'trust', bytes: 1, names: ['trust'] },
        ]),
      },
    });
    await menu.wipeStorage({ kinds: ['log', 'crash-dumps', 'settings'] });
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['trust', 'last-scan.json', 'Cookies', 'policy.json']),
    );
    expect(existsSync(join(folder, 'kiosk.log'))).toBe(false);
    expect(existsSync(join(folder, 'kiosk.log.1'))).toBe(false);
    expect(parts.configuration.settings().soundVolume).toBe(60);
    expect(await menu.keepStaffOpen({})).toMatchObject({ access: 'open' });
  });

  it('goes at one press, except what has to be kept, and the terminal starts again', async () => {
    const { menu, folder, parts, recorded, restarted } = await openMenu({
      auditRetentionDays: 400,
    });
    const gone = ['kiosk.log', 'status.json', 'desk.json'];
    const kept = ['last-scan.json', 'settings-seen.json', 'pin-attempts.json'];
    for (const name of [...gone, ...kept]) writeFileSync(join(folder, name), 'x');
    for (const name of ['Crashpad', 'audit', 'trust']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'file'), 'x');
    }
    await menu.changeSetting({ name: 'outOfOrder', value: true });
    expect(await menu.readStorage({})).toMatchObject({ value: { retentionDays: 400 } });
    expect(await menu.wipeAndRestart({})).toEqual({ access: 'open', value: null });
    const left = readdirSync(folder);
    for (const name of [...gone, 'Crashpad']) expect(left).not.toContain(name);
    expect(left).toEqual(expect.arrayContaining(kept));
    for (const name of ['audit', 'trust'])
      expect(readdirSync(join(folder, name))).toEqual(['file']);
    expect(parts.configuration.settings().outOfOrder).toBe(false);
    expect(restarted()).toBe(1);
    expect(recorded.at(-1)).toEqual({ kind: 'staff-action', action: 'data-wiped' });
  });

  it('stays when nobody has entered the PIN', async () => {
    const { parts, folder, restarted, recorded } = await createStaffWorld();
    writeFileSync(join(folder, 'kiosk.log'), 'x');
    expect(await createStaffHandlers(parts).wipeAndRestart({})).toEqual({ access: 'closed' });
    expect(existsSync(join(folder, 'kiosk.log'))).toBe(true);
    expect([restarted(), recorded]).toEqual([0, []]);
  });
});
