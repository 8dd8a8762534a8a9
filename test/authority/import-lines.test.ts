import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { csvFields } from '../../authority/import/csv-fields.ts';
import { csvRecords } from '../../authority/import/csv-records.ts';
import { openLineDecoder } from '../../authority/import/decode-lines.ts';
import { READ_BYTES } from '../../authority/import/limits.ts';
import { type FileLine, readLines } from '../../authority/import/read-lines.ts';
import { gb18030 } from './import-office.ts';

const work = mkdtempSync(join(tmpdir(), 'lines-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function linesOf(content: string | Uint8Array): FileLine[] {
  const file = join(work, 'file');
  writeFileSync(file, content);
  return [...readLines(file, 'auto').pieces].flat();
}
const texts = (content: string | Uint8Array) => linesOf(content).map(({ text }) => text);

describe('lines', () => {
  it.each([
    ['LF', 'a\nb\n', ['a', 'b']],
    ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
    ['no end', 'a\nb', ['a', 'b']],
    ['empty lines', '\n\na\n', ['', '', 'a']],
    ['nothing', '', []],
  ])('are read with %s', (_what, content, lines) => {
    expect(texts(content)).toEqual(lines);
  });

  it('are the same wherever the file is cut into pieces', () => {
    const long = Array.from(
      { length: 9_000 },
      (_, index) => `${index} 嘉定${'x'.repeat(index % 90)}`,
    );
    expect(long.join('\n').length).toBeGreaterThan(2 * READ_BYTES);
    expect(texts(long.join('\n'))).toEqual(long);
  });

  it('are dropped when too long, however long, and reading goes on', () => {
    const before = process.memoryUsage().rss;
    const file = join(work, 'gigabyte');
    writeFileSync(file, 'first\n');
    truncateSync(file, 1_073_741_824);
    const descriptor = openSync(file, 'a');
    writeSync(descriptor, '\nlast\n');
    closeSync(descriptor);
    const lines = [...readLines(file, 'auto').pieces].flat();
    expect(lines).toEqual([
      { line: 1, text: 'first' },
      { line: 2, text: undefined, fault: 'line-too-long' },
      { line: 3, text: 'last' },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1_048_576);
  });

  it('too long ones at the end and within one piece count as well', () => {
    const long = 'x'.repeat(70_000);
    expect(linesOf(`a\n${long}\nb\n${long}`).map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, 'line-too-long'],
      [3, undefined],
      [4, 'line-too-long'],
    ]);
    expect(linesOf(`${'x'.repeat(300_000)}\n`).map(({ fault }) => fault)).toEqual([
      'line-too-long',
    ]);
    expect(linesOf('x'.repeat(300_000)).map(({ fault }) => fault)).toEqual(['line-too-long']);
  });

  it('in UTF-16 are refused with the way out', () => {
    expect(() => linesOf(Buffer.from('\ufeffa,b', 'utf16le'))).toThrow(/UTF-16: save it as UTF-8/);
  });
});

describe('encodings', () => {
  const chinese = '上海云杉样例有限公司';

  it('are found line by line, in one file too', () => {
    const mixed = Buffer.concat([
      gb18030(`${chinese}\n`),
      Buffer.from(`${chinese}\n`),
      gb18030('一二'),
    ]);
    expect(texts(mixed)).toEqual([chinese, chinese, '一二']);
  });

  it('take for GB 18030 what looks like Latin letters, once a file has shown that it is', () => {
    const doubtful = Uint8Array.of(0xc4, 0xa3); // 模, or ģ in UTF-8
    expect(texts(doubtful)).toEqual(['ģ']);
    expect(texts(Buffer.concat([gb18030(`${chinese}\n`), doubtful]))).toEqual([chinese, '模']);
  });

  it('can be named', () => {
    expect(openLineDecoder('gb18030')(Uint8Array.of(0xc4, 0xa3))).toEqual(['模']);
    expect(openLineDecoder('utf-8')(gb18030(chinese))).toEqual([undefined]);
  });

  it('that are none leave a line out', () => {
    const broken = Buffer.concat([
      Buffer.from('a\n'),
      Uint8Array.of(0xff, 0xff),
      Buffer.from('\nb'),
    ]);
    expect(linesOf(broken)[1]).toEqual({ line: 2, text: undefined, fault: 'undecodable' });
  });
});

describe('CSV', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['', ['']],
    [',', ['', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a""b"', ['a"b']],
    ['"",""', ['', '']],
    ['a,"b\nc"', ['a', 'b\nc']],
    ['a,"b', 'open'],
    ['a"b', 'misplaced-quote'],
    ['"a"b', 'misplaced-quote'],
  ])('%j is cut to the letter of RFC 4180', (text, fields) => {
    expect(csvFields(text)).toEqual(fields);
  });

  it('gives back whatever was written by the rules', () => {
    const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '嘉', '\n') });
    fc.assert(
      fc.property(fc.array(field, { minLength: 1 }), (fields) => {
        const text = fields.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
        expect(csvFields(text)).toEqual(fields);
      }),
      { seed: 4180, numRuns: 500 },
    );
  });

  it('joins quoted lines, and lets an open quote cost its own line only', () => {
    const lines = ['"a', 'b",c', 'd,"e', ...Array(30).fill('f,g'), 'h,i'];
    const records = [...csvRecords(lines.map((text, index) => ({ line: index + 1, text })))];
    expect(records[0]).toEqual({ line: 1, fields: ['a\nb', 'c'], fault: undefined });
    expect(records[1]).toMatchObject({ line: 3, fault: { code: 'unclosed-quote' } });
    expect(records.slice(2).map(({ line }) => line)).toEqual(
      [...Array(31).keys()].map((at) => at + 4),
    );
  });
});
