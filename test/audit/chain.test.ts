import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLog } from '../../electron/audit/verify-log.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { AuditFolder } from './audit-folder.ts';

const SEED = 20_261_125;
const FLIPS = 250;

let log: AuditFolder;
beforeEach(async () => {
  log = new AuditFolder();
  await log.fill(3, 4);
});
afterEach(() => log.remove());

/** Every line of the log by file and number, with its line break. */
function allLines() {
  return log.files.flatMap((file) =>
    linesIn(file).map((text, index) => ({ file, number: index + 1, text })),
  );
}

function linesIn(file: string): readonly string[] {
  return readFileSync(log.path(file), 'utf8').split(/(?<=\n)/u);
}

/** Changes a file, looks what the proof says, and puts it back. */
function faultAfter(file: string, content: string | Uint8Array) {
  const before = readFileSync(log.path(file));
  writeFileSync(log.path(file), content);
  const { fault } = verifyLog(log.folder);
  writeFileSync(log.path(file), before);
  return fault;
}

describe('the chain of a log', () => {
  it('is proven from the first line to the last, across files', () => {
    const report = verifyLog(log.folder);
    expect(report).toMatchObject({ files: 3, entries: 16, torn: [], openBytes: 0 });
    expect(report.fault).toBeUndefined();
    expect(report.first?.sequence).toBe(1);
    expect(report.last).toMatchObject({ sequence: 16, entry: { kind: 'program-stopped' } });
  });

  it('begins every file with a line of its own that names terminal and file', () => {
    for (const [index, file] of log.files.entries()) {
      expect(JSON.parse(linesIn(file)[0] ?? '')).toMatchObject({
        entry: { kind: 'file-started', format: 1, file: index + 1, terminal: '窗口 12' },
      });
    }
  });

  it(`finds ${FLIPS} flipped bits, each in its line (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    for (let flip = 0; flip < FLIPS; flip++) {
      const file = log.files[Math.floor(random() * log.files.length)] ?? '';
      const content = readFileSync(log.path(file));
      const at = Math.floor(random() * content.length);
      content[at] = (content[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      const line = content.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
      const fault = faultAfter(file, content);
      expect(fault, `bit at ${at} of ${file}`).toBeDefined();
      // A flipped line break joins two lines, and the end of the log stands behind the last one.
      expect(fault?.file, `bit at ${at} of ${file}`).toBe(file);
      expect(fault?.line ?? line, `bit at ${at} of ${file}`).toBe(line);
    }
  });

  it('finds every line that was taken out', () => {
    for (const { file, number } of allLines()) {
      const rest = linesIn(file).filter((_, index) => index !== number - 1);
      expect(faultAfter(file, rest.join('')), `${file} line ${number}`).toBeDefined();
    }
  });

  it('finds every two lines that changed places, at the first of them', () => {
    for (const file of log.files) {
      for (let index = 0; index + 1 < linesIn(file).length; index++) {
        const lines = [...linesIn(file)];
        lines.splice(index, 2, lines[index + 1] ?? '', lines[index] ?? '');
        expect(faultAfter(file, lines.join(''))).toMatchObject({ file, line: index + 1 });
      }
    }
  });

  it('finds every line that stands there twice', () => {
    for (const { file, number, text } of allLines()) {
      const lines = [...linesIn(file)];
      lines.splice(number, 0, text);
      const fault = faultAfter(file, lines.join(''));
      expect(fault).toMatchObject({ code: 'broken-chain', file, line: number + 1 });
    }
  });

  it('finds every cut of every file, at each byte of its last lines', () => {
    for (const file of log.files) {
      const content = readFileSync(log.path(file));
      const cuts = [...linesIn(file).keys()].map((count) =>
        Buffer.byteLength(linesIn(file).slice(0, count).join('')),
      );
      for (let cut = content.length - 1; cut > content.length - 400; cut -= 19) cuts.push(cut);
      for (const cut of cuts) {
        expect(faultAfter(file, content.subarray(0, cut)), `${file} cut at ${cut}`).toBeDefined();
      }
    }
  });

  it('finds a line of another log in place of its own', async () => {
    const other = new AuditFolder();
    other.now += 1;
    await other.fill(3, 4);
    for (const file of log.files) {
      const lines = [...linesIn(file)];
      lines[2] = readFileSync(other.path(file), 'utf8').split(/(?<=\n)/u)[2] ?? '';
      expect(faultAfter(file, lines.join(''))).toMatchObject({
        code: 'broken-chain',
        file,
        line: 3,
      });
    }
    other.remove();
  });
});

describe('the files of a log', () => {
  it('are missed one by one', () => {
    const [first = '', middle = '', last = ''] = log.files;
    for (const [file, code] of [
      [first, 'beginning-missing'],
      [middle, 'file-missing'],
      [last, 'end-missing'],
    ] as const) {
      renameSync(log.path(file), `${log.folder}-aside`);
      expect(verifyLog(log.folder).fault?.code).toBe(code);
      renameSync(`${log.folder}-aside`, log.path(file));
    }
  });

  it('cannot stand in for each other', () => {
    const [first = '', middle = ''] = log.files;
    copyFileSync(log.path(first), log.path(middle));
    expect(verifyLog(log.folder).fault).toMatchObject({ file: middle, line: 1 });
  });

  it('are no proof without their head, neither then nor after the next start', async () => {
    rmSync(log.path('head.json'));
    expect(verifyLog(log.folder).fault?.code).toBe('head-missing');
    await (await log.open()).close();
    expect(verifyLog(log.folder).fault?.code).toBe('head-missing');
  });

  it('still tell that their end was cut off after the program has written on', async () => {
    const last = log.files.at(-1) ?? '';
    writeFileSync(log.path(last), linesIn(last).slice(0, -2).join(''));
    const opened = await log.open();
    opened.record({ kind: 'staff-action', action: 'menu-opened' });
    await opened.close();
    expect(verifyLog(log.folder).fault).toMatchObject({ code: 'lines-missing', file: last });
    expect(log.allText()).toContain('{"kind":"lines-missing","from":15,"to":16}');
  });

  it('written anew from end to end do not hold the hash somebody noted down', async () => {
    const noted = verifyLog(log.folder).last?.hash ?? '';
    expect(verifyLog(log.folder, noted).fault).toBeUndefined();
    const other = new AuditFolder();
    await other.fill(2, 9);
    expect(verifyLog(other.folder).fault).toBeUndefined();
    expect(verifyLog(other.folder, noted).fault?.code).toBe('hash-not-found');
    other.remove();
  });
});
