import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runAuthority } from './store-run-authority.ts';

const work = mkdtempSync(join(tmpdir(), 'findings-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the findings of an import', () => {
  it('are a spreadsheet of lines and reasons, in which no stranger writes a formula', () => {
    const [companies, records] = [join(work, 'c.csv'), join(work, 'r.csv')];
    writeFileSync(
      companies,
      'code,name\n91310114DEM10RGR32,甲样例\n=HYPERLINK("x"),乙\n"=1+1, ""x",乙\n',
    );
    writeFileSync(
      records,
      'code,kind,authority,date\n91310114DEM10RGR32,positive,样例局,2026-02-30\n',
    );
    const folder = join(work, 'office');
    const args = [
      'import',
      folder,
      '--companies',
      companies,
      '--records',
      records,
      '--by',
      '张样例',
    ];
    const { status, stdout } = runAuthority(...args, '--why', '月度', '--json');
    expect(status).toBe(0);
    const { findingsFile, unreadable } = JSON.parse(stdout);
    expect(unreadable).toEqual({ companies: 2, records: 1 });
    expect(readFileSync(findingsFile, 'utf8')).toBe(
      [
        '\ufeffoutcome,file,line,reason,detail',
        'rejected,companies,3,misplaced-quote,',
        'rejected,companies,4,bad-code,"""=1+1, \\""x"""',
        'rejected,records,2,bad-date,"""date 2026-02-30"""',
        '',
      ].join('\n'),
    );
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
