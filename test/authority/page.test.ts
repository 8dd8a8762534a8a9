import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../authority/default-policy.ts';
import { issueCertificate } from '../../authority/issue-certificate.ts';
import { certificatePage } from '../../authority/page/certificate-page.ts';
import { pageContent } from '../../authority/page/page-content.ts';
import { wrapText } from '../../authority/page/wrap-text.ts';
import { AT, openOffice } from '../command-line/office.ts';
import { parseLines, runVerify } from '../command-line/run-verify.ts';
import { goodRequest, issuerKey, TEST_DAY } from '../world/test-world.ts';

const work = mkdtempSync(join(tmpdir(), 'page-test-'));
const verifier = openOffice();
afterAll(() => {
  verifier.close();
  rmSync(work, { recursive: true, force: true });
});

const key = issuerKey('Ed25519', ['certificate']).key;
const office = {
  name: { 'zh-CN': '样例信用服务中心', en: 'Sample Credit Centre' },
  policy: defaultPolicy('production', 1),
};
const demoOffice = { ...office, policy: defaultPolicy('demo', 1) };
const LONG_NAME = `${'上海云杉样例智能装备系统集成研发'.repeat(7)}有限责任公司`.slice(0, 120);

function textFor(credit: Partial<ReturnType<typeof goodRequest>['credit']> = {}): string {
  const request = goodRequest();
  return issueCertificate({ ...request, credit: { ...request.credit, ...credit } }, key).text;
}

describe('the printed page of a certificate', () => {
  it('is taken by the command-line verifier as it lies in the file', async () => {
    const file = join(work, 'page.pdf');
    writeFileSync(file, certificatePage(verifier.issue(), office));
    const run = await runVerify(['--trust', verifier.bundle, '--at', AT, '--json', file]);
    expect(parseLines(run.stdout)).toMatchObject([{ page: 1, code: 'green-channel' }]);
    expect(run.status).toBe(0);
  });

  it('is still read with the longest name and the watermark of a demo', async () => {
    const file = join(work, 'long.pdf');
    writeFileSync(file, certificatePage(verifier.issue(longNameRequest()), demoOffice));
    const run = await runVerify(['--trust', verifier.bundle, '--at', AT, '--json', file]);
    expect(parseLines(run.stdout)).toMatchObject([{ code: 'green-channel' }]);
  });

  it('is the same file for the same certificate', () => {
    const text = textFor();
    expect(Buffer.compare(certificatePage(text, office), certificatePage(text, office))).toBe(0);
  });

  it('refuses a text that is no certificate, and a grade the policy does not know', () => {
    expect(() => certificatePage('PCC1:HELLO', office)).toThrow('no certificate');
    expect(() => certificatePage(textFor({ grade: 'S' }), office)).toThrow('no grade "S"');
  });

  const tools = ['pdftotext', 'pdffonts'].every(
    (tool) => spawnSync(tool, ['-v']).error === undefined,
  );
  it.skipIf(!tools)('holds its words as text that can be searched, all fonts inside', () => {
    const file = join(work, 'words.pdf');
    writeFileSync(file, certificatePage(textFor(), office));
    const words = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
    for (const word of [
      '公共信用电子证书',
      '上海云杉样例精密机械有限公司',
      '标杆',
      'Certificate',
      '310114',
    ])
      expect(words).toContain(word);
    const fonts = spawnSync('pdffonts', [file], { encoding: 'utf8' }).stdout.split('\n').slice(2);
    for (const font of fonts.filter(Boolean))
      expect(font).toMatch(/ yes +(?:yes|no) +yes +\d+ +\d+$/);
  });
});

describe('the characters of a page', () => {
  const tool = spawnSync('pdftoppm', ['-v']).error === undefined;
  const inkOf = (holderName: string): number => {
    const file = join(work, 'ink.pdf');
    writeFileSync(file, certificatePage(textFor({ holderName }), office));
    // The company's name alone, as grey values behind a short header.
    const area = ['-x', '50', '-y', '205', '-W', '300', '-H', '30'];
    const { stdout } = spawnSync('pdftoppm', ['-r', '72', '-gray', ...area, file]);
    return stdout.subarray(15).reduce((sum, value) => sum + (255 - value), 0);
  };

  it.skipIf(!tool)('are all to be seen, even those that the PDF writer would leave blank', () => {
    for (const character of '燊；！≤≥云（é')
      expect(inkOf(character), character).toBeGreaterThan(2_000);
  });

  it('are refused by name when no font has them', () => {
    expect(() => certificatePage(textFor({ holderName: '上海\u{20000}公司' }), office)).toThrow(
      'U+20000',
    );
  });
});

describe('what the page says', () => {
  it('is what the certificate says, in groups and in Shanghai days', () => {
    const content = pageContent(textFor(), office);
    expect(content).toMatchObject({
      holderCode: '9131 0114 MA1G T4G2 00',
      grade: 'A+',
      gradeName: { en: 'Exemplary' },
      issued: '2026-05-31',
      lastDay: '2027-05-31',
      lists: { 'zh-CN': '国家守信激励名单、区重点扶持名单' },
      issuer: { id: '310114', en: 'Sample Credit Centre' },
      isDemo: false,
    });
    expect(content.number).toMatch(/^(?:[0-9A-F]{4} ){7}[0-9A-F]{4}$/);
  });

  it('gives the last day on which the certificate holds, not the one after', () => {
    const midnight = Date.UTC(2026, 11, 31, 16) / 1_000;
    const request = { ...goodRequest(), issuedAt: midnight - TEST_DAY, expiresAt: midnight };
    const { text } = issueCertificate(request, key);
    expect(pageContent(text, office)).toMatchObject({
      issued: '2026-12-31',
      lastDay: '2026-12-31',
    });
  });
});

describe('a wrapped text', () => {
  const wrap = (text: string, width: number) =>
    wrapText(text, width, (line) => Array.from(line).length);

  it('keeps words whole and breaks between Chinese characters', () => {
    expect(wrap('上海云杉样例 Spruce Ltd', 8)).toEqual(['上海云杉样例', 'Spruce', 'Ltd']);
    expect(wrap('上海云杉样例精密机械', 4)).toEqual(['上海云杉', '样例精密', '机械']);
  });

  it('opens no line with a closing mark and ends none with an opening one', () => {
    expect(wrap('上海云杉（集团）公司', 5)).toEqual(['上海云杉', '（集团）公', '司']);
    expect(wrap('甲乙丙丁。戊', 4)).toEqual(['甲乙丙', '丁。戊']);
  });

  it('breaks a word only when no line could hold it, and loses nothing', () => {
    expect(wrap('Spruceprecision', 6)).toEqual(['Spruce', 'precis', 'ion']);
    expect(wrap(LONG_NAME, 22).join('')).toBe(LONG_NAME);
    expect(wrap('   ', 5)).toEqual([]);
  });
});

function longNameRequest() {
  const { credit } = goodRequest();
  return { credit: { ...credit, holderName: LONG_NAME } };
}
