import { statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../electron/audit/limits.ts';
import { verifyLog } from '../../electron/audit/verify-log.ts';
import { TEST_DAY } from '../world/test-world.ts';
import { AuditFolder } from './audit-folder.ts';

let log: AuditFolder;
beforeEach(() => {
  log = new AuditFolder();
});
afterEach(() => log.remove());

describe('files of the log', () => {
  it('hold one day in Shanghai each', async () => {
    const opened = await log.open();
    // 15:59:59 and 16:00:00 UTC: one second apart, two days in Shanghai.
    const midnight = Math.floor(log.now / TEST_DAY) * TEST_DAY + 16 * 3_600;
    for (const now of [midnight - 2, midnight - 1, midnight, midnight + 1]) {
      log.now = now;
      opened.record({ kind: 'staff-action', action: 'sync-asked' });
      await opened.settle();
    }
    expect(log.files).toEqual(['audit-000001.jsonl', 'audit-000002.jsonl']);
    expect(log.written.map(({ sequence }) => sequence)).toEqual([2, 3, 5, 6]);
    expect(verifyLog(log.folder).fault).toBeUndefined();
  });

  it('are put aside when they are full', async () => {
    const opened = await log.open();
    const text = '字'.repeat(500);
    for (let number = 0; log.files.length < 2 && number < 5_000; number += 1_000) {
      for (let more = 0; more < 1_000; more++) opened.record({ kind: 'note', of: more, text });
      await opened.settle();
    }
    expect(log.files).toHaveLength(2);
    const { size } = statSync(log.path('audit-000001.jsonl'));
    expect(size).toBeGreaterThanOrEqual(MAX_FILE_BYTES);
    expect(size).toBeLessThan(MAX_FILE_BYTES * 1.2);
    expect(verifyLog(log.folder)).toMatchObject({ files: 2, fault: undefined });
  });

  it('are continued by the next start of the same day', async () => {
    await log.fill(1, 2);
    await log.fill(1, 2);
    expect(log.files).toHaveLength(1);
    expect(verifyLog(log.folder)).toMatchObject({ entries: 7, fault: undefined });
  });
});

describe('retention', () => {
  it('deletes what is older, names it in the log first, and leaves the chain provable', async () => {
    log.retentionDays = 5;
    await log.fill(9, 2);
    expect(log.files).toEqual([4, 5, 6, 7, 8, 9].map((number) => `audit-00000${number}.jsonl`));
    expect(verifyLog(log.folder)).toMatchObject({ files: 6, fault: undefined });
    const text = log.allText();
    for (const throughFile of [1, 2, 3]) {
      const isNamed = text.includes(`"kind":"files-expired","throughFile":${throughFile},`);
      // The entries that named the first two are still there: they stand in later files.
      expect(isNamed).toBe(true);
    }
  });

  it('is no cover for files that somebody else deleted', async () => {
    log.retentionDays = 5;
    await log.fill(9, 2);
    writeFileSync(log.path('audit-000005.jsonl'), '');
    expect(verifyLog(log.folder).fault).toMatchObject({ file: 'audit-000005.jsonl' });
  });

  it('does not believe a clock that jumped years ahead', async () => {
    await log.fill(5, 2);
    log.now += 3_650 * TEST_DAY;
    await log.fill(1, 2);
    expect(log.files).toHaveLength(6);
    // Nor a second file of that same day.
    expect(verifyLog(log.folder).fault).toBeUndefined();
  });

  it('goes on after a machine has been off for months', async () => {
    log.retentionDays = 30;
    await log.fill(3, 2);
    log.now += 100 * TEST_DAY;
    await log.fill(2, 2);
    expect(log.files).toEqual(['audit-000004.jsonl', 'audit-000005.jsonl']);
    expect(verifyLog(log.folder).fault).toBeUndefined();
  });
});
