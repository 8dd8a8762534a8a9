import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLog } from '../../electron/audit/verify-log.ts';
import { makeTestWorld, TEST_DAY, TEST_STATUS_INDEX } from '../world/test-world.ts';
import { openDesk } from './audit-desk.ts';
import { AuditFolder } from './audit-folder.ts';

let log: AuditFolder;
beforeEach(() => {
  log = new AuditFolder();
});
afterEach(() => log.remove());

describe('the history of a desk', () => {
  it('shows the answers of today, the newest first, with source and training', async () => {
    const { scans, audit, world } = await openDesk(log);
    scans.check({ text: world.issue(), source: 'wedge' });
    scans.check({ text: 'hello', source: 'pasted', training: true });
    const { entries, keepsCompany, retentionDays } = await audit.readHistory();
    expect({ keepsCompany, retentionDays }).toEqual({ keepsCompany: true, retentionDays: 190 });
    expect(entries).toMatchObject([
      { code: 'not-a-certificate', foreignKind: 'text', source: 'pasted', training: true },
      { code: 'green-channel', source: 'wedge', training: false, notes: [] },
    ]);
    expect(entries[0]?.sequence).toBeGreaterThan(entries[1]?.sequence ?? Number.NaN);
  });

  it('is there again after a restart, and empty on the next day', async () => {
    const first = await openDesk(log);
    first.scans.check({ text: 'hello', source: 'camera' });
    const [entry] = (await first.audit.readHistory()).entries;
    await first.audit.addNote({ sequence: entry?.sequence ?? 0, text: '已改用纸质证书' });
    await first.audit.close();
    const second = await openDesk(log);
    expect((await second.audit.readHistory()).entries).toMatchObject([
      { ...entry, notes: [{ text: '已改用纸质证书' }] },
    ]);
    log.now += TEST_DAY;
    second.scans.check({ text: 'https://example.org', source: 'camera' });
    expect((await second.audit.readHistory()).entries).toHaveLength(1);
  });

  it('takes notes as entries of their own, on entries of today only', async () => {
    const { scans, audit } = await openDesk(log);
    scans.check({ text: 'hello', source: 'camera' });
    const [entry] = (await audit.readHistory()).entries;
    const before = log.allText();
    const sequence = entry?.sequence ?? 0;
    expect(await audit.addNote({ sequence, text: 'first' })).toEqual({ result: 'added' });
    expect(await audit.addNote({ sequence, text: 'second' })).toEqual({ result: 'added' });
    expect(await audit.addNote({ sequence: 999, text: 'x' })).toEqual({ result: 'no-such-entry' });
    const [noted] = (await audit.readHistory()).entries;
    expect(noted?.notes.map(({ text }) => text)).toEqual(['first', 'second']);
    // Nothing that stood there before was touched.
    expect(log.allText().startsWith(before.split('{"sequence"')[1] ?? 'x', 11)).toBe(true);
    expect(verifyLog(log.folder).fault).toBeUndefined();
  });

  it('is not there on a kiosk, nor can anything be taken from it', async () => {
    const { scans, audit, proposed } = await openDesk(log, { mode: 'kiosk', keepsCompany: false });
    scans.check({ text: 'hello', source: 'camera' });
    expect((await audit.readHistory()).entries).toEqual([]);
    const exported = await audit.exportCsv({ filter: {}, language: 'en' });
    expect(exported).toEqual({ result: 'desk-only' });
    expect(proposed).toEqual([]);
  });

  it('says that the log cannot be written, and scanning goes on', async () => {
    writeFileSync(log.folder, '');
    const { scans, audit, world } = await openDesk(log);
    expect(scans.check({ text: world.issue(), source: 'camera' }).code).toBe('green-channel');
    expect((await audit.readHistory()).problem).toBe('not-writable');
    rmSync(log.folder);
    expect(scans.check({ text: world.issue(), source: 'camera' }).code).toBe('green-channel');
    const { entries, problem } = await audit.readHistory();
    expect(problem).toBeUndefined();
    expect(entries).toHaveLength(2);
  });
});

describe('what is learnt after an answer', () => {
  it('is an entry of its own: the answer stands as it was given', async () => {
    const world = makeTestWorld();
    const { scans, audit } = await openDesk(log, { world });
    scans.check({ text: world.issue(), source: 'camera' });
    scans.check({ text: world.issue(), source: 'camera', training: true });
    await audit.readHistory();
    audit.compareWith(world.bundle);
    const revoked = makeTestWorld({
      status: { exceptions: new Map([[TEST_STATUS_INDEX, 'revoked']]) },
    });
    log.now += 600;
    audit.compareWith(revoked.bundle);
    audit.compareWith(revoked.bundle);
    const { entries } = await audit.readHistory();
    expect(entries[1]).toMatchObject({
      ...{ code: 'green-channel', later: { at: log.now, status: 'revoked' } },
    });
    // A training answer concerns nobody.
    expect(entries[0]).not.toHaveProperty('later');
    expect(log.allText().match(/"kind":"later-status"/gu)).toHaveLength(1);
  });
});

describe('an export', () => {
  it('is a table WPS and Excel open, and is itself in the log', async () => {
    const desk = await openDesk(log);
    desk.scans.check({ text: desk.world.issue(), source: 'wedge' });
    desk.scans.check({ text: 'hello', source: 'camera' });
    const [, accepted] = (await desk.audit.readHistory()).entries;
    const note = {
      sequence: accepted?.sequence ?? 0,
      text: '=HYPERLINK("http://evil/")\nline two',
    };
    await desk.audit.addNote(note);
    desk.saveTo = join(log.root, 'table.csv');
    const saved = await desk.audit.exportCsv({ filter: {}, language: 'zh-CN' });
    expect(saved).toEqual({ result: 'saved', rows: 2, fileName: 'table.csv' });
    expect(desk.proposed).toEqual(['核验记录-2026-06-01.xlsx']);
    const bytes = readFileSync(desk.saveTo);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8');
    expect(text).toContain('序号,时间（北京时间）,结果,说明,等级');
    expect(text).toContain(`2026-06-01 10:00:00,证书有效,可走绿色通道,${accepted?.grade},`);
    expect(text).toContain(`"'=HYPERLINK(""http://evil/"")\nline two"`);
    expect(log.allText()).toContain(
      '{"kind":"exported","rows":2,"from":"2026-06-01","to":"2026-06-01"}',
    );
  });

  it('holds what was asked for', async () => {
    const desk = await openDesk(log);
    desk.scans.check({ text: desk.world.issue(), source: 'wedge' });
    desk.scans.check({ text: 'hello', source: 'camera' });
    log.now += TEST_DAY;
    desk.scans.check({ text: 'hello', source: 'camera' });
    await desk.audit.readHistory();
    desk.saveTo = join(log.root, 'table.csv');
    const rows = async (filter: Parameters<typeof desk.audit.exportCsv>[0]['filter']) => {
      const saved = await desk.audit.exportCsv({ filter, language: 'en' });
      return saved.result === 'saved' ? saved.rows : saved;
    };
    const days = { from: '2026-06-01', to: '2026-06-02' };
    expect(await rows({})).toBe(1);
    expect(await rows({ days })).toBe(3);
    expect(await rows({ days: { from: '2026-06-01', to: '2026-06-01' } })).toBe(2);
    expect(await rows({ days, outcomes: ['accepted'] })).toBe(1);
    expect(await rows({ days, search: '有限公司' })).toBe(1);
    expect(await rows({ days, search: 'nobody' })).toBe(0);
  });

  it('that is cancelled or cannot be saved leaves no table', async () => {
    const desk = await openDesk(log);
    expect(await desk.audit.exportCsv({ filter: {}, language: 'en' })).toEqual({
      result: 'cancelled',
    });
    desk.saveTo = join(log.root, 'no-such-folder', 'table.csv');
    expect(await desk.audit.exportCsv({ filter: {}, language: 'en' })).toEqual({
      ...{ result: 'not-written', problem: 'not-writable' },
    });
  });

  it('does not leave while the log cannot note it', async () => {
    const desk = await openDesk(log);
    desk.scans.check({ text: 'hello', source: 'camera' });
    await desk.audit.readHistory();
    desk.saveTo = join(log.root, 'table.csv');
    rmSync(log.folder, { recursive: true });
    mkdirSync(join(log.folder, 'audit-000001.jsonl'), { recursive: true });
    const answer = await desk.audit.exportCsv({ filter: {}, language: 'en' });
    expect(answer.result).toBe('not-written');
    expect(existsSync(desk.saveTo)).toBe(false);
  });
});
