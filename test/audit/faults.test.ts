import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AuditDisk, realAuditDisk } from '../../electron/audit/audit-disk.ts';
import { MAX_WAITING_ENTRIES } from '../../electron/audit/limits.ts';
import { verifyLog } from '../../electron/audit/verify-log.ts';
import { TEST_DAY } from '../world/test-world.ts';
import { AuditFolder } from './audit-folder.ts';

let log: AuditFolder;
beforeEach(() => {
  log = new AuditFolder();
});
afterEach(() => log.remove());

/** A disk that fails from one step on until it is mended; a write that fails leaves half of it. */
function failingDisk(code: string) {
  const state = { step: 0, failsFrom: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  const step = async (real: () => Promise<void>, halfway?: () => void) => {
    const isBroken = state.step >= state.failsFrom && state.step < state.until;
    state.step += 1;
    if (!isBroken) return real();
    halfway?.();
    throw Object.assign(new Error('the disk says no'), { code });
  };
  const disk: AuditDisk = {
    makeFolder: (path) => step(() => realAuditDisk.makeFolder(path)),
    append: (path, text) =>
      step(
        () => realAuditDisk.append(path, text),
        () => appendFileSync(path, text.slice(0, Math.floor(text.length / 2))),
      ),
    force: (path) => step(() => realAuditDisk.force(path)),
    replace: (path, content) => step(() => realAuditDisk.replace(path, content)),
    remove: (path) => step(() => realAuditDisk.remove(path)),
  };
  return { disk, state };
}

/** The numbers of the notes in the log, in order. */
function notesInLog(): readonly number[] {
  return [...log.allText().matchAll(/"kind":"note","of":(\d+)/gu)].map(([, number]) =>
    Number(number),
  );
}

async function recordNotes(count: number, { from = 0, dayAfter = -1 } = {}) {
  const opened = await log.open();
  for (let number = from; number < from + count; number++) {
    opened.record({ kind: 'note', of: number, text: 'x' });
    if (number % 2 === 0) await opened.settle();
    if (number === dayAfter) log.now += TEST_DAY;
  }
  return opened;
}

describe('a disk that takes nothing', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'not-allowed'],
    ['EACCES', 'not-allowed'],
    ['EIO', 'not-writable'],
  ])('with %s is told as %s, and recording goes on', async (code, problem) => {
    const { disk, state } = failingDisk(code);
    log.disk = disk;
    state.failsFrom = 0;
    const opened = await recordNotes(5);
    await opened.settle();
    expect(opened.problem()).toBe(problem);
    expect(log.log.lines).toEqual([{ level: 'warn', event: 'audit-not-written' }]);
    state.failsFrom = Number.POSITIVE_INFINITY;
    opened.record({ kind: 'note', of: 5, text: 'x' });
    await opened.settle();
    expect(opened.problem()).toBeUndefined();
    expect(log.log.lines.at(-1)).toEqual({ level: 'info', event: 'audit-written-again' });
    expect(notesInLog()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(verifyLog(log.folder).fault).toBeUndefined();
  });

  it('says how much it could not take once it does again', async () => {
    const { disk, state } = failingDisk('ENOSPC');
    log.disk = disk;
    state.failsFrom = 0;
    const opened = await log.open();
    for (let number = 0; number < MAX_WAITING_ENTRIES + 3; number++) {
      if (number === MAX_WAITING_ENTRIES) log.now += 100;
      opened.record({ kind: 'note', of: number, text: 'x' });
    }
    await opened.settle();
    state.failsFrom = Number.POSITIVE_INFINITY;
    const at = log.now;
    opened.record({ kind: 'note', of: 0, text: 'one too many' });
    await opened.settle();
    expect(log.written.at(-1)?.entry).toEqual({
      ...{ kind: 'entries-lost', count: 4, from: at, to: at, problem: 'disk-full' },
    });
    expect(notesInLog()).toHaveLength(MAX_WAITING_ENTRIES);
    expect(verifyLog(log.folder).fault).toBeUndefined();
  });

  it('at any single step costs nothing and breaks nothing', async () => {
    const { disk, state } = failingDisk('ENOSPC');
    log.disk = disk;
    const steps = await countSteps(state);
    expect(steps).toBeGreaterThan(15);
    for (let failing = 0; failing < steps; failing++) {
      for (const length of [1, 4]) {
        log.remove();
        log = new AuditFolder();
        log.disk = disk;
        Object.assign(state, { step: 0, failsFrom: failing, until: failing + length });
        const opened = await recordNotes(6, { dayAfter: 3 });
        // Each attempt is one step nearer to the end of the trouble.
        for (let attempt = 0; attempt < 12; attempt++) {
          opened.record({ kind: 'note', of: 6 + attempt, text: 'x' });
          await opened.settle();
        }
        await opened.close();
        const place = `${length} steps from ${failing} on`;
        expect(verifyLog(log.folder).fault, place).toBeUndefined();
        expect(notesInLog(), place).toEqual(Array.from({ length: 18 }, (_, index) => index));
        expect(
          log.written.map(({ sequence }) => sequence),
          place,
        ).toEqual([...new Set(log.written.map(({ sequence }) => sequence))].sort((a, b) => a - b));
      }
    }
  });

  async function countSteps(state: { step: number }): Promise<number> {
    await (await recordNotes(6, { dayAfter: 3 })).close();
    return state.step;
  }
});

describe('a folder that cannot be one', () => {
  it('is told, and nothing in its place is touched', async () => {
    writeFileSync(log.folder, 'a file of somebody else');
    const opened = await recordNotes(2);
    await opened.close();
    expect(opened.problem()).toBe('not-writable');
    expect(readFileSync(log.folder, 'utf8')).toBe('a file of somebody else');
  });

  it('is told as well where a log file should be', async () => {
    mkdirSync(join(log.folder, 'audit-000001.jsonl'), { recursive: true });
    const opened = await recordNotes(2);
    await opened.close();
    expect(opened.problem()).toBe('not-writable');
  });
});
