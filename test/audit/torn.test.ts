import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeLine } from '../../electron/audit/line.ts';
import { verifyLog } from '../../electron/audit/verify-log.ts';
import { AuditFolder } from './audit-folder.ts';

let log: AuditFolder;
afterEach(() => log.remove());

/** A log whose last line was being written when the process died, and that line's bytes. */
async function logBeforeLine() {
  log = new AuditFolder();
  await log.fill(1, 3);
  const { last } = verifyLog(log.folder);
  const entry = { kind: 'staff-action', action: 'pin-wrong' } as const;
  const written = { sequence: (last?.sequence ?? 0) + 1, at: log.now, entry };
  const { text } = encodeLine(written, last?.hash ?? '');
  return { file: log.files[0] ?? '', line: Buffer.from(text) };
}

describe('a line that was being written', () => {
  it('is no fault before the next start: nothing that was safe is gone', async () => {
    const { file, line } = await logBeforeLine();
    appendFileSync(log.path(file), line.subarray(0, 40));
    expect(verifyLog(log.folder)).toMatchObject({ openBytes: 40, fault: undefined });
  });

  it('is closed at the next start by an entry that says so, wherever it was cut', async () => {
    const { file, line } = await logBeforeLine();
    const head = readFileSync(log.path('head.json'));
    const whole = readFileSync(log.path(file)).length;
    for (let cut = 1; cut < line.length; cut += 3) {
      truncateSync(log.path(file), whole);
      writeFileSync(log.path('head.json'), head);
      appendFileSync(log.path(file), line.subarray(0, cut));
      await (await log.open()).close();
      const report = verifyLog(log.folder);
      expect(report.fault, `cut at ${cut}`).toBeUndefined();
      expect(report.torn, `cut at ${cut}`).toEqual([{ file, line: 6 }]);
      const content = readFileSync(log.path(file));
      // What is left of it stays where it is.
      expect(content.subarray(whole, whole + cut)).toEqual(line.subarray(0, cut));
      expect(content.toString()).toContain(`{"kind":"torn-line","bytes":${cut},`);
    }
  });

  it('is kept when only its line break is missing', async () => {
    const { file, line } = await logBeforeLine();
    appendFileSync(log.path(file), line);
    expect(verifyLog(log.folder)).toMatchObject({ entries: 5, fault: undefined });
    await (await log.open()).close();
    expect(verifyLog(log.folder)).toMatchObject({ entries: 7, torn: [], fault: undefined });
    expect(log.allText()).toContain('pin-wrong');
  });

  it('may be the first line of a new file', async () => {
    const { line } = await logBeforeLine();
    for (const torn of ['', line.subarray(0, 30).toString()]) {
      writeFileSync(log.path('audit-000002.jsonl'), torn);
      await (await log.open()).close();
      expect(verifyLog(log.folder)).toMatchObject({ files: 2, fault: undefined });
      await log.fill(2, 2);
      expect(verifyLog(log.folder)).toMatchObject({ fault: undefined });
      log.remove();
      await logBeforeLine();
    }
  });

  it('may have been replaced by zeros, as some file systems do', async () => {
    const { file } = await logBeforeLine();
    appendFileSync(log.path(file), Buffer.alloc(4_096));
    await (await log.open()).close();
    expect(verifyLog(log.folder)).toMatchObject({ torn: [{ file, line: 6 }], fault: undefined });
  });

  it('is not an excuse for a line that was safe', async () => {
    const { file } = await logBeforeLine();
    truncateSync(log.path(file), readFileSync(log.path(file)).length - 20);
    expect(verifyLog(log.folder).fault?.code).toBe('end-missing');
    await (await log.open()).close();
    expect(verifyLog(log.folder).fault).toMatchObject({ code: 'lines-missing', file });
  });

  it('does not explain other bytes than those the log named', async () => {
    const { file, line } = await logBeforeLine();
    appendFileSync(log.path(file), line.subarray(0, 40));
    await (await log.open()).close();
    const content = readFileSync(log.path(file), 'utf8');
    const torn = line.subarray(0, 40).toString();
    writeFileSync(log.path(file), content.replace(`${torn}\n`, `${torn.slice(0, -1)}#\n`));
    expect(verifyLog(log.folder).fault).toMatchObject({ code: 'malformed', file, line: 6 });
  });
});
