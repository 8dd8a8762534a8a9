import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { type TextTable, writeTable } from '../../electron/adapters/table-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TABLE: TextTable = {
  columns: ['企业名称', '统一社会信用代码', '备注'],
  rows: [
    ['样例精密仪器（上海）有限公司', '913101140000000000', '=1+1'],
    ['A & B <Co> "Ltd"', '12E4', ''],
    ['bell \u0007, half \uD800 pair', '0012', 'first\nsecond'],
  ],
};

/** Text of every cell of the sheet, row by row. */
function readSheet(path: string): readonly (readonly string[])[] {
  const files = unzipSync(readFileSync(path));
  const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).not.toMatch(/<f>|<v>/);
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
    [...`${row}`.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([, cell]) => textOf(cell ?? '')),
  );
}

function textOf(xml: string): string {
  return xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('a table saved as a workbook', () => {
  it('holds every cell as the text it is: no formula, no rounded code, no lost zero', async () => {
    const path = join(folder, 'table.XLSX');
    await writeTable(path, TABLE);
    const [heading, first, second, third] = readSheet(path);
    expect(heading).toEqual(TABLE.columns);
    expect(first).toEqual(TABLE.rows[0]);
    expect(second).toEqual(TABLE.rows[1]);
    // What XML cannot hold would keep the whole workbook from being opened.
    expect(third).toEqual(['bell \uFFFD, half \uFFFD pair', '0012', 'first\nsecond']);
  });

  it('holds a batch of thousands', async () => {
    const path = join(folder, 'large.xlsx');
    const rows = Array.from({ length: 5_000 }, (_, index) => [`企业 ${index}`, '', `${index}`]);
    await writeTable(path, { ...TABLE, rows });
    expect(readSheet(path)).toHaveLength(5_001);
  });

  it('is CSV under any other name, in which a code of digits stays one', async () => {
    const path = join(folder, 'table.csv');
    await writeTable(path, TABLE);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^\uFEFF企业名称,统一社会信用代码,备注\r\n/);
    expect(text).toContain('\t913101140000000000,"\'=1+1"');
    await writeTable(path, { columns: ['n'], rows: [['7'], ['2026']] });
    expect(readFileSync(path, 'utf8')).toBe('\uFEFFn\r\n7\r\n2026\r\n');
  });
});
