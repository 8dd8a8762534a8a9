import { describe, expect, it } from 'vitest';
import {
  brief,
  COMPANIES,
  COMPANY_HEADING,
  GOOD,
  gb18030,
  importTexts,
  OTHER,
  RECORD_HEADING,
} from './import-office.ts';

const company = (...lines: string[]): string => [COMPANY_HEADING, ...lines, ''].join('\n');
const records = (...lines: string[]): string => [RECORD_HEADING, ...lines, ''].join('\n');

describe('companies', () => {
  it.each([
    ['bad-code', '123,甲样例,310114,'],
    ['bad-code', ',甲样例,310114,'],
    ['bad-name', `${GOOD},,310114,`],
    ['bad-name', `${GOOD},${'甲'.repeat(121)},310114,`],
    ['bad-name', `${GOOD},甲\u0000样例,310114,`],
    ['bad-division', `${GOOD},甲样例,3101,`],
    ['bad-date', `${GOOD},甲样例,310114,2026-02-30`],
    ['bad-date', `${GOOD},甲样例,310114,yesterday`],
    ['wrong-number-of-fields', `${GOOD},甲样例,310114`],
    ['wrong-number-of-fields', `${GOOD},甲样例,310114,,`],
    ['misplaced-quote', `${GOOD},甲"样例,310114,`],
    ['unclosed-quote', `${GOOD},"甲样例,310114,`],
  ])('with %s are rejected with their line: %s', async (reason, line) => {
    const { report, findings, store } = await importTexts({
      companies: company(line, `${OTHER},乙样例,310114,2010-05-01`),
    });
    expect(brief(findings)).toEqual([`companies:2 ${reason}`]);
    expect(report).toMatchObject({ companies: { added: 1 }, unreadable: { companies: 1 } });
    expect(await store.companies.company(OTHER)).toMatchObject({ name: '乙样例' });
    await store.close();
  });

  it.each([
    ['2010-05-01', 14_730],
    ['2010/5/1', 14_730],
    ['2010年5月1日', 14_730],
    ['20100501', 14_730],
    ['２０１０-05-01', 14_730],
    ['', undefined],
  ])('have dates in the forms offices write: %s', async (date, registered) => {
    const { store, findings } = await importTexts({
      companies: company(`${GOOD},甲样例,,${date}`),
    });
    expect(findings).toEqual([]);
    expect(await store.companies.company(GOOD)).toMatchObject({ registered, division: '310114' });
    await store.close();
  });

  it('are taken with a note when their code fails its check character', async () => {
    const { report, findings, store } = await importTexts({
      companies: company('91350211M0000XUF46,甲样例,,', `${GOOD.toLowerCase()},乙样例,,`),
    });
    expect(brief(findings)).toEqual(['companies:2 check-character']);
    expect(report).toMatchObject({ failedCheckCharacters: 1, companies: { added: 2 } });
    await store.close();
  });

  it('twice alike are taken once, and twice unlike not at all', async () => {
    const line = `${GOOD},甲样例,310114,2010-05-01`;
    const { report, findings, store } = await importTexts({
      companies: company(line, `${OTHER},乙样例,,`, line, `${OTHER},丙样例,,`),
    });
    expect(brief(findings)).toEqual([
      'companies:3 contradiction',
      'companies:4 duplicate',
      'companies:5 contradiction',
    ]);
    expect(report.companies).toMatchObject({ added: 1, duplicates: 1, rejected: 2 });
    expect(await store.companies.company(OTHER)).toBeUndefined();
    await store.close();
  });

  it.each([
    ['with a byte order mark', Buffer.from(`\ufeff${COMPANIES}`)],
    ['with CRLF', Buffer.from(COMPANIES.replaceAll('\n', '\r\n'))],
    [
      'in GB 18030 with Chinese headings',
      gb18030(`统一社会信用代码,企业名称,成立日期\n${GOOD},上海云杉样例有限公司,2010-05-01\n`),
    ],
    [
      'with a name on two lines',
      Buffer.from(company(`${GOOD},"上海云杉样例有限公司\r\n",310114,2010-05-01`)),
    ],
    [
      'with columns we do not know',
      Buffer.from(`x,NAME, Code ,registration_date\n1,上海云杉样例有限公司,${GOOD},2010-05-01`),
    ],
  ])('are read %s', async (_what, companies) => {
    const { findings, store } = await importTexts({ companies });
    expect(findings).toEqual([]);
    expect(await store.companies.company(GOOD)).toEqual({
      ...{ code: GOOD, name: '上海云杉样例有限公司', division: '310114', registered: 14_730 },
    });
    await store.close();
  });

  it.each([
    ['the column name is missing', 'code,x\n'],
    ['the column code is there twice', 'code,name,USCC\n'],
  ])('are not read at all when %s', async (message, companies) => {
    await expect(importTexts({ companies })).rejects.toThrow(message);
  });
});

describe('records', () => {
  const line = (change: Record<string, string>): string => {
    const values: Record<string, string> = {
      ...{ code: GOOD, number: '1', kind: 'negative', severity: 'minor', authority: '样例局' },
      ...{ date: '2026-05-01', ...change },
    };
    return RECORD_HEADING.split(',')
      .map((name) => values[name] ?? '')
      .join(',');
  };

  it.each([
    ['unknown-kind', { kind: 'neutral' }],
    ['unknown-severity', { severity: 'huge' }],
    ['unknown-severity', { severity: '' }],
    ['unknown-list', { list: 'friends' }],
    ['list-against-kind', { list: 'national' }],
    ['list-against-kind', { list: '严重失信', kind: 'positive' }],
    ['bad-authority', { authority: '' }],
    ['missing-date', { date: '' }],
    ['bad-date', { repaired: '2026-02-30' }],
    ['dates-out-of-order', { repaired: '2026-04-30' }],
    ['bad-number', { number: 'x'.repeat(81) }],
    ['unknown-company', { code: OTHER }],
  ])('with %s are rejected with their line: %j', async (reason, change) => {
    const { report, findings, store } = await importTexts({
      records: records(line(change), line({ number: '2' })),
    });
    expect(brief(findings)).toEqual([`records:2 ${reason}`]);
    expect(report.records.added).toBe(1);
    await store.close();
  });

  it('are the same in Chinese words and in JSON Lines', async () => {
    const object = {
      ...{ 统一社会信用代码: GOOD, 文书号: '1', 信息类别: '失信', 失信程度: '轻微' },
      ...{ 认定机关: '样例局', 认定日期: '2026年5月1日', 修复日期: null, 名单: '' },
    };
    const companies = `\ufeff{"code":"${GOOD}","name":"甲样例","registered":20100501}\n`;
    const json = `${JSON.stringify(object)}\n[]\n{"code":\n\n`;
    const inJson = await importTexts({ companies, records: json }, { format: 'jsonl' });
    expect(brief(inJson.findings)).toEqual(['records:2 not-json', 'records:3 not-json']);
    const inCsv = await importTexts({ records: records(line({})) });
    const [first, second] = [inJson.store, inCsv.store];
    expect(await first.companies.recordsOf(GOOD)).toEqual(await second.companies.recordsOf(GOOD));
    await Promise.all([first.close(), second.close()]);
  });

  it('without a number are known again by what they say, repaired or not', async () => {
    const first = await importTexts({ records: records(line({ number: '' })) });
    const repaired = records(line({ number: '', repaired: '2026-06-01' }));
    const { report, store } = await importTexts({ records: repaired }, { store: first.store });
    expect(report.records).toMatchObject({ changed: 1, added: 0 });
    expect(await store.companies.count()).toEqual({ companies: 1, records: 1 });
    await store.close();
  });

  it('of a list start where the list does, and weigh as heavy as it', async () => {
    const change = { list: '严重失信主体', severity: '', date: '2026-05-02', from: '2026-05-01' };
    const { store, findings } = await importTexts({
      records: records(line({ ...change, until: '2027-05-01' })),
    });
    expect(findings).toEqual([]);
    expect(await store.companies.recordsOf(GOOD)).toMatchObject([
      { severity: 'serious', list: 'serious-untrustworthy', date: 20_574, until: 20_939 },
    ]);
    await store.close();
  });
});
