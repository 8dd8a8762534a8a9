import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  GOOD,
  giveAccessCode,
  HOSTILE,
  HOSTILE_NAME,
  NOW,
  POOR,
  SUSPENDED,
  YOUNG,
} from './portal-office.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';
import { newVisitor, type Visitor } from './visitor.ts';

const COMPANIES = { GOOD, POOR, SUSPENDED, YOUNG, HOSTILE };
type Name = keyof typeof COMPANIES;
let portal: RunningPortal;
let visitors: Readonly<Record<Name, Visitor>>;

beforeAll(async () => {
  portal = await runPortal();
  const entries: [string, Visitor][] = [];
  for (const [name, company] of Object.entries(COMPANIES)) {
    const visitor = newVisitor(portal.origin);
    await visitor.signIn(company, await giveAccessCode(portal.folder, company));
    entries.push([name, visitor]);
  }
  visitors = Object.fromEntries(entries) as Record<Name, Visitor>;
});
afterAll(() => portal.close());

const PAGES = ['/', '/show', '/reasons', '/help', '/nowhere'];

describe('every page', () => {
  it.each(Object.keys(COMPANIES) as Name[])(
    'of %s is kept nowhere and brings nothing inline',
    async (name) => {
      for (const path of PAGES) {
        const { headers, text } = await visitors[name].get(path);
        expect(headers.get('cache-control')).toBe('no-store');
        expect(headers.get('content-security-policy')).toBe(
          "default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self';" +
            "form-action 'self';base-uri 'none';frame-ancestors 'none';" +
            "require-trusted-types-for 'script';trusted-types 'none'",
        );
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('same-origin');
        expect(headers.has('strict-transport-security')).toBe(false);
        expect(headers.has('server')).toBe(false);
        expect(text).not.toMatch(
          /<style|\sstyle=|<script(?![^>]* src="\/assets\/)|<[^>]*\son\w+=|javascript:/i,
        );
      }
    },
  );

  it('writes a hostile name as the text it is', async () => {
    const { text } = await visitors.HOSTILE.get('/');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain(HOSTILE_NAME);
    expect(text.match(/<script/g)).toHaveLength(1);
  });

  it('speaks Chinese unless told otherwise, and remembers English', async () => {
    const visitor = newVisitor(portal.origin);
    expect((await visitor.get('/')).text).toContain('<html lang="zh-CN">');
    expect((await visitor.get('/?lang=en')).text).toContain('<html lang="en">');
    expect((await visitor.get('/help')).text).toContain('Objection and repair');
    expect((await visitor.get('/help?lang=xx')).text).toContain('Objection and repair');
    expect((await visitor.get('/?lang=zh-CN')).text).toContain('企业登录');
  });
});

describe('what a company sees', () => {
  it('is its grade with name and meaning, and its certificate', async () => {
    const { text } = await visitors.GOOD.get('/');
    expect(text).toContain('<b class="letter">A+</b>');
    expect(text).toContain('标杆');
    expect(text).toContain('近五年无公共信用负面记录');
    expect(text).toContain('区重点扶持名单');
    expect(text).toContain('产业扶持资金申报');
    expect(text).toContain('aria-label="电子证书二维码"');
    const pdf = await visitors.GOOD.get('/certificate.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toMatch(
      new RegExp(`filename="${GOOD}-[0-9A-F]{32}\\.pdf"`),
    );
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
  });

  it('is its own reasons: what counts, until when, and what is repaired', async () => {
    const { text } = await visitors.POOR.get('/reasons');
    expect(text).toContain('三年内有严重失信信息');
    expect(text).toContain('沪样罚字〔2025〕第1号');
    expect(text).toContain('计入至 2028年6月1日');
    expect(text).toContain('沪样罚字〔2026〕第2号');
    expect(text).toContain('已于 2026年11月24日 完成信用修复，下次评价不再计入');
    expect((await visitors.GOOD.get('/reasons')).text).not.toContain('沪样罚字');
  });

  it('is no code at all when its certificate does not count', async () => {
    for (const name of ['SUSPENDED', 'YOUNG'] as const) {
      const [overview, show, code, pdf] = await Promise.all(
        ['/', '/show', '/show/code', '/certificate.pdf'].map((path) => visitors[name].get(path)),
      );
      expect(overview?.text).not.toContain('class="qr"');
      expect(show?.text).toContain('暂时没有可以出示的二维码');
      expect(code?.status).toBe(404);
      expect(pdf?.status).toBe(404);
    }
    expect((await visitors.SUSPENDED.get('/')).text).toContain('暂停使用');
    expect((await visitors.YOUNG.get('/')).text).toContain('未评级');
  });

  it('is never another company', async () => {
    for (const path of [`/?company=${POOR}`, `/reasons?holder=${POOR}`, `/${POOR}`]) {
      const { text } = await visitors.GOOD.get(path, { 'x-company': POOR, 'x-user': POOR });
      expect(text).not.toContain('浮萍');
    }
    for (const path of ['/show', '/reasons', '/certificate.pdf'])
      expect((await newVisitor(portal.origin).get(path)).status).toBe(303);
  });

  it('changes with the office’s policy, without a restart', async () => {
    const { readFileSync, utimesSync, writeFileSync } = await import('node:fs');
    const file = `${portal.folder}/policy.json`;
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replaceAll('标杆', '示范'));
    utimesSync(file, NOW, NOW);
    expect((await visitors.GOOD.get('/')).text).toContain('示范');
    writeFileSync(file, '{');
    expect((await visitors.GOOD.get('/')).text).toContain('示范');
    writeFileSync(file, before);
    expect((await visitors.GOOD.get('/')).text).toContain('标杆');
  });
});

/** Sends the path as it is; `fetch` would tidy it first. */
async function ask(path: string, method = 'GET'): Promise<string> {
  const socket = connect(Number(new URL(portal.origin).port), '127.0.0.1');
  socket.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const part of socket) answer += String(part);
  return answer;
}

describe('the repository beside the portal', () => {
  it.each([
    ['/metadata/timestamp.json', 'no-cache'],
    ['/metadata/1.root.json', 'public, max-age=31536000, immutable'],
  ])(
    'serves %s with the caching it had, and none of the portal’s headers',
    async (path, caching) => {
      const answer = await ask(path);
      expect(answer).toMatch(/^HTTP\/1.1 200 /);
      expect(answer).toContain(`Cache-Control: ${caching}\r\n`);
      expect(answer).not.toMatch(/set-cookie|content-security/i);
      expect(await ask(path, 'POST')).toMatch(/^HTTP\/1.1 405 /);
    },
  );

  it.each([
    '/metadata/../../office.json',
    '/metadata/..%2f..%2foffice.json',
    '/metadata/%2e%2e/%2e%2e/office.json',
    '/targets/..\\..\\office.json',
    '/assets/../portal.ts',
    '/assets/%2e%2e/portal.ts',
    '/../office.json',
    '//office.json',
    '/keys/presentation.json',
    '/metadata/1.root.json%00',
    `/targets/${'0'.repeat(64)}.${'a'.repeat(300)}`,
    '/%',
    '/%ff%fe',
  ])('has no %s', async (path) => {
    const answer = await ask(path);
    expect(answer).toMatch(/^HTTP\/1.1 40[04] /);
    expect(answer).toMatch(/cache-control: no-store/i);
    expect(answer).not.toMatch(/"issuer"|"secret"|import \{/);
  });
});
