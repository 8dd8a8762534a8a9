import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD, giveAccessCode, NOW, POOR, withStore, YOUNG } from './portal-office.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';
import { type Answer, newVisitor, type Visitor } from './visitor.ts';

let portal: RunningPortal;
let code: string;
beforeAll(async () => {
  portal = await runPortal();
  code = await giveAccessCode(portal.folder, GOOD);
});
afterAll(() => portal.close());

const WRONG = '0000-0000-0000-0000';

/** Fails at once so many times, each from a network of its own, unless by one visitor. */
function fail(times: number, company: string, visitor?: Visitor): Promise<Answer[]> {
  const attempts = Array.from({ length: times }, () =>
    (visitor ?? newVisitor(portal.origin)).signIn(company, WRONG),
  );
  return Promise.all(attempts);
}

function problem({ text }: Answer): string {
  return /id="problem" role="alert">([^<]+)/.exec(text)?.[1] ?? '';
}

describe('signing in', () => {
  it('leads to the own page, with cookies no script and no other site can use', async () => {
    const visitor = newVisitor(portal.origin);
    const answer = await visitor.signIn(GOOD, code);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(visitor.setCookies).toHaveLength(2);
    for (const line of visitor.setCookies) {
      expect(line).toContain('; HttpOnly');
      expect(line).toContain('; SameSite=Strict');
      expect(line).not.toContain(code.replaceAll('-', ''));
    }
    expect((await visitor.get('/')).text).toContain('上海云杉样例精密机械有限公司');
  });

  it('lets codes be typed as people type them', async () => {
    const loose = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const answer = await newVisitor(portal.origin).signIn(` ${GOOD.toLowerCase()} `, ` ${loose} `);
    expect(answer.status).toBe(303);
  });

  it('says at the field what is wrong with the form of a unified code', async () => {
    const answer = await newVisitor(portal.origin).signIn('9131', WRONG);
    expect(answer.status).toBe(422);
    expect(problem(answer)).toContain('18 位');
    expect(answer.text).toMatch(/id="company"[^>]*aria-invalid="true"/);
  });

  it('does not tell a wrong code from a company without one, or from one that is not there', async () => {
    const answers = [
      ...(await fail(1, GOOD)),
      ...(await fail(1, YOUNG)),
      ...(await fail(1, '91310114MA9999999X')),
    ];
    const told = answers.map((answer) => [answer.status, problem(answer)]);
    expect(new Set(told.map(String)).size).toBe(1);
    expect(told[0]).toEqual([422, '统一社会信用代码与访问码不相符，请核对后再试。']);
    for (const { text } of answers) expect(text).not.toContain(WRONG);
  });

  it('takes ten attempts a minute from one network', async () => {
    const visitor = newVisitor(portal.origin);
    await fail(5, '91310114MA99999911', visitor);
    await fail(5, '91310114MA99999911', visitor);
    const answer = await visitor.signIn(GOOD, code);
    expect([answer.status, problem(answer)]).toEqual([429, expect.stringContaining('频繁')]);
    expect((await newVisitor(portal.origin).signIn(GOOD, code)).status).toBe(303);
  });
});

describe('after five failures', () => {
  it('waits for everybody alike, then takes the right code', async () => {
    const right = await giveAccessCode(portal.folder, POOR);
    for (const company of [POOR, '91310114MA9999999X']) {
      await fail(5, company);
      const locked = await newVisitor(portal.origin).signIn(company, right);
      expect([locked.status, problem(locked)]).toEqual([429, expect.stringContaining('1 分钟')]);
    }
    portal.now += 60;
    expect((await newVisitor(portal.origin).signIn(POOR, right)).status).toBe(303);
    const entries = await withStore(portal.folder, (store) => store.journal.entriesAbout(POOR));
    expect(entries.map(({ what, who }) => [what, who])).toContainEqual(['access-locked', 'portal']);
  });

  it('never waits longer than a quarter of an hour, however long a stranger goes on', async () => {
    const right = await giveAccessCode(portal.folder, POOR);
    await withStore(portal.folder, async ({ access }) => {
      for (let index = 0; index < 99; index++) await access.noteFailure(POOR);
    });
    await fail(1, POOR);
    const locked = await newVisitor(portal.origin).signIn(POOR, right);
    expect([locked.status, problem(locked)]).toEqual([429, expect.stringContaining('15 分钟')]);
    portal.now += 900;
    expect((await newVisitor(portal.origin).signIn(POOR, right)).status).toBe(303);
  });

  it('lets a browser in from which the company has signed in before', async () => {
    const right = await giveAccessCode(portal.folder, POOR);
    const known = newVisitor(portal.origin);
    await known.signIn(POOR, right);
    await fail(5, POOR);
    expect((await newVisitor(portal.origin).signIn(POOR, right)).status).toBe(429);
    expect((await known.signIn(POOR, right)).status).toBe(303);
    await fail(5, POOR, known);
    expect((await known.signIn(POOR, right)).status).toBe(429);
  });

  it('ends the wait, all sessions and all known browsers when the office gives a new code', async () => {
    const old = await giveAccessCode(portal.folder, POOR, NOW + 1);
    portal.now += 86_400;
    const visitor = newVisitor(portal.origin);
    expect((await visitor.signIn(POOR, old)).status).toBe(303);
    await fail(5, POOR);
    const fresh = await giveAccessCode(portal.folder, POOR, NOW + 2);
    expect((await visitor.get('/')).text).toContain('企业登录');
    expect((await newVisitor(portal.origin).signIn(POOR, fresh)).status).toBe(303);
    expect((await visitor.signIn(POOR, old)).status).toBe(422);
  });
});

describe('a session', () => {
  async function signedIn(): Promise<Visitor> {
    const visitor = newVisitor(portal.origin);
    expect((await visitor.signIn(GOOD, code)).status).toBe(303);
    return visitor;
  }

  it('ends at the server when its company signs out', async () => {
    const visitor = await signedIn();
    const kept = visitor.cookies.get('session') ?? '';
    expect((await visitor.post('/sign-out', {})).status).toBe(303);
    expect(visitor.cookies.has('session')).toBe(false);
    visitor.cookies.set('session', kept);
    expect((await visitor.get('/')).text).toContain('企业登录');
    expect((await visitor.get('/show/code')).status).toBe(401);
  });

  it('ends after half an hour without a word', async () => {
    const visitor = await signedIn();
    portal.now += 1_700;
    expect((await visitor.get('/')).text).toContain('我的信用');
    portal.now += 1_801;
    expect((await visitor.get('/')).text).toContain('企业登录');
  });

  it.each(['', 'x', `${'A'.repeat(43)}`, '%00', '__proto__'])(
    'does not begin with an invented cookie %j',
    async (cookie) => {
      const visitor = newVisitor(portal.origin);
      visitor.cookies.set('session', cookie);
      visitor.cookies.set('known-browser', `${cookie}.${GOOD}.1.${cookie}`);
      expect((await visitor.get('/')).text).toContain('企业登录');
      expect((await visitor.get('/certificate.pdf')).status).toBe(303);
    },
  );

  it.each([
    [{ origin: 'https://elsewhere.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{}],
  ])('takes no form from elsewhere: %j', async (headers) => {
    const visitor = await signedIn();
    expect((await visitor.post('/sign-out', {}, headers)).status).toBe(403);
    expect((await visitor.get('/')).text).toContain('我的信用');
    const stranger = newVisitor(portal.origin);
    const form = { company: GOOD, access: code };
    expect((await stranger.post('/sign-in', form, headers)).status).toBe(403);
    expect(stranger.cookies.size).toBe(0);
  });
});
