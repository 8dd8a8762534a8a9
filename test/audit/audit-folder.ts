import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditDisk, realAuditDisk } from '../../electron/audit/audit-disk.ts';
import type { AuditLog, WrittenEntry } from '../../electron/audit/audit-log.ts';
import { openAuditLog } from '../../electron/audit/create-audit-log.ts';
import type { AuditEvent } from '../../electron/audit/entry.ts';
import { auditFileName, auditFileNumbers } from '../../electron/audit/log-files.ts';
import { recordingLog } from '../electron/recording-log.ts';
import { TEST_DAY, TEST_NOW } from '../world/test-world.ts';

/** A folder for a log, with a clock the test sets. */
export class AuditFolder {
  readonly root = mkdtempSync(join(tmpdir(), 'audit-test-'));
  readonly folder = join(this.root, 'audit');
  readonly log = recordingLog();
  readonly written: WrittenEntry[] = [];
  disk: AuditDisk = realAuditDisk;
  now = TEST_NOW;
  retentionDays = 190;

  /** Opens the log as a start of the program does. */
  async open(): Promise<AuditLog> {
    const { folder, log, retentionDays } = this;
    const place = { folder, terminal: '窗口 12', retentionDays, disk: this.disk };
    const opened = await openAuditLog({
      ...{ place, log, clock: { now: () => this.now } },
      onWritten: (written) => this.written.push(written),
    });
    return opened.auditLog;
  }

  /** Records some entries on each of some days and stops in order. */
  async fill(days: number, entriesADay: number): Promise<void> {
    const log = await this.open();
    for (let day = 0; day < days; day++) {
      for (let entry = 0; entry < entriesADay; entry++) log.record(sampleEvent(entry));
      await log.settle();
      this.now += TEST_DAY;
    }
    this.now -= TEST_DAY;
    await log.close();
  }

  get files(): readonly string[] {
    return auditFileNumbers(this.folder).map(auditFileName);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Everything the log has put on the disk. */
  allText(): string {
    return readdirSync(this.folder)
      .map((name) => readFileSync(this.path(name), 'utf8'))
      .join('');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Entries of several kinds and lengths, the same for the same number. */
export function sampleEvent(number: number): AuditEvent {
  switch (number % 4) {
    case 0:
      return {
        kind: 'sync-done',
        changed: true,
        versions: { issuers: 1, policy: number, status: null },
      };
    case 1:
      return {
        kind: 'note',
        of: number,
        text: `第 ${number} 条备注 "with quotes"\nand a line break`,
      };
    case 2:
      return { kind: 'staff-action', action: 'menu-opened' };
    default:
      return { kind: 'settings-changed', names: ['hallId', 'language'] };
  }
}
