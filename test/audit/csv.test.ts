import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { keepAsText, toCsv } from '../../electron/adapters/csv-text.ts';

/** The one cell of a table, as a reader gets it back. */
function readBack(cell: string): string | undefined {
  const text = toCsv(['column'], [[cell]]);
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { skipEmptyLines: true });
  return data[1]?.[0];
}

describe('a table for a spreadsheet', () => {
  it('has a byte order mark, CRLF, and quotes where they are needed', () => {
    expect(toCsv(['名称', 'b'], [['嘉定', 'x,"y"']])).toBe('\uFEFF名称,b\r\n嘉定,"x,""y"""\r\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-1+2',
    '@SUM(A1)',
    '\t=1+1',
    '\tcmd',
    '\r=1',
    '\n=1',
    '=1+1\nsecond line',
    '@x\r\ny',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
  ])('makes no formula of %j', (cell) => {
    expect(readBack(cell)).toBe(`'${cell}`);
  });

  it.each(['A+', 'a=b', '12', '上海', "'x", 'x\n=1'])('leaves %j as it is', (cell) => {
    expect(readBack(cell)).toBe(cell);
  });

  it('lets no spreadsheet round the digits of a code', () => {
    for (const code of ['913101140000000000', '0012', '12E4']) {
      expect(readBack(keepAsText(code))).toBe(`\t${code}`);
    }
    expect(keepAsText('91310114MA1GW0001X')).toBe('91310114MA1GW0001X');
  });
});
