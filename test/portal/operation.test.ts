import { afterEach, describe, expect, it, vi } from 'vitest';
import { GOOD, giveAccessCode, NOW, POOR } from './portal-office.ts';
import { type PortalChanges, type RunningPortal, runPortal } from './running-portal.ts';
import { newVisitor } from './visitor.ts';

let portal: RunningPortal | undefined;
afterEach(() => portal?.close());
async function run(changes: PortalChanges = {}): Promise<RunningPortal> {
  portal = await runPortal(changes);
  return portal;
}

describe('a single sign-on proxy', () => {
  const header = { 'x-sso-company': GOOD };

  it('is not believed unless the office says so', async () => {
    const { origin } = await run();
    expect((await newVisitor(origin).get('/', header)).text).toContain('企业登录');
  });

  it('is not believed from an address that was not named', async () => {
    const { origin } = await run({
      portal: { ssoHeader: 'x-sso-company' },
      server: { proxies: ['192.0.2.1'] },
    });
    const claims = { ...header, 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1' };
    expect((await newVisitor(origin).get('/', claims)).text).toContain('企业登录');
  });

  it('names the company of each request, and nobody when it names none', async () => {
    const { origin } = await run({ portal: { ssoHeader: 'x-sso-company' } });
    const visitor = newVisitor(origin);
    const { text } = await visitor.get('/', header);
    expect(text).toContain('上海云杉样例精密机械有限公司');
    expect(text).not.toContain('退出登录');
    expect((await visitor.get('/', { 'x-sso-company': POOR })).text).toContain('浮萍');
    const unknown = await visitor.get('/', { 'x-sso-company': '91310114MA9999999X' });
    expect([unknown.status, unknown.text]).toEqual([
      403,
      expect.stringContaining('没有找到本企业'),
    ]);
    expect((await visitor.get('/')).text).toContain('企业登录');
    expect(visitor.cookies.size).toBe(0);
  });
});

describe('behind https', () => {
  it('binds cookies to this host and asks browsers to come back encrypted', async () => {
    const { origin, folder } = await run({
      portal: { publicUrl: new URL('https://credit.example.cn') },
    });
    const visitor = newVisitor(origin);
    const form = { company: GOOD, access: await giveAccessCode(folder, GOOD) };
    expect((await visitor.post('/sign-in', form)).status).toBe(403);
    const own = { origin: 'https://credit.example.cn' };
    const answer = await visitor.post('/sign-in', form, own);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect([...visitor.cookies.keys()].sort()).toEqual(['__Host-known-browser', '__Host-session']);
    for (const line of visitor.setCookies) expect(line).toContain('; Secure');
  });
});

describe('those who run the server', () => {
  it('are told how it is, and load balancers by the status', async () => {
    const running = await run();
    const healthy = await newVisitor(running.origin).get('/healthz');
    expect([healthy.status, JSON.parse(healthy.text)]).toEqual([
      200,
      { status: 'ok', repository: 'ok', store: 'ok' },
    ]);
    running.now = NOW + 40 * 86_400;
    const failing = await newVisitor(running.origin).get('/healthz');
    expect([failing.status, JSON.parse(failing.text)]).toEqual([
      503,
      { status: 'failing', repository: 'expired', store: 'ok' },
    ]);
  });

  it('get figures without a name, a code or an address in them', async () => {
    const { origin, folder } = await run({ server: { proxies: [] } });
    const visitor = newVisitor(origin);
    await visitor.signIn(GOOD, '0000-0000-0000-0000');
    await visitor.signIn(GOOD, await giveAccessCode(folder, GOOD));
    for (const path of ['/', '/show', `/${GOOD}`, '/metadata/timestamp.json'])
      await visitor.get(path);
    // An answer is counted when it is out, which the one who has it need not wait for.
    const text = await vi.waitFor(async () => {
      const answer = await fetch(`${origin}/metrics`);
      expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
      const figures = await answer.text();
      expect(figures).toContain('authority_http_seconds_count{route="/metadata/*",status="200"} 1');
      return figures;
    });
    expect(text).toContain('authority_sign_ins_total{outcome="admitted"} 1');
    expect(text).toContain('authority_sign_ins_total{outcome="refused"} 1');
    expect(text).toContain('authority_live_codes_total 1');
    expect(text).toContain('authority_part_healthy{part="repository"} 1');
    expect(text).not.toMatch(new RegExp(`${GOOD}|云杉|127\\.0\\.0|198\\.51`));
  });

  it('get them from where they were said to be, not by way of a proxy', async () => {
    const { origin } = await run({ server: { metricsFrom: ['192.0.2.7'] } });
    expect((await fetch(`${origin}/metrics`)).status).toBe(404);
    await portal?.close();
    const { origin: local } = await run();
    expect((await fetch(`${local}/metrics`)).status).toBe(200);
    expect((await newVisitor(local).get('/metrics')).status).toBe(404);
  });
});
