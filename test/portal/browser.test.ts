import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { openWindow, pictureFolder, signWindowIn, startBrowser, type Viewing } from './browser.ts';
import { GOOD, giveAccessCode, POOR, trustBundleOf, withStore } from './portal-office.ts';
import { readScreenshot } from './read-screenshot.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';

let portal: RunningPortal;
let browser: Browser;
let code: string;
beforeAll(async () => {
  portal = await runPortal();
  code = await giveAccessCode(portal.folder, GOOD);
  browser = await startBrowser();
}, 120_000);
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

// Generous: what is waited for comes soon, on a machine that has nothing else to do.
const SOON = { timeout: 20_000 };

const PHONE: Viewing = { device: 'phone', language: 'zh-CN', scheme: 'light' };

async function open(viewing: Viewing = PHONE) {
  return openWindow(browser, portal, viewing);
}

async function openSignedIn(viewing: Viewing = PHONE) {
  const window = await open(viewing);
  await signWindowIn(window.context, portal, { company: GOOD, code });
  return window;
}

function judge(text: string, now: number) {
  return checkScan(text, trustBundleOf(portal.folder, portal.now), now, {});
}

async function readLiveCode(page: Page, picture?: string): Promise<string> {
  const path = picture === undefined ? {} : { path: join(pictureFolder, `${picture}.png`) };
  const texts = await readScreenshot(await page.screenshot(path));
  expect(texts).toHaveLength(1);
  return texts[0] ?? '';
}

describe('the form', () => {
  it('leads in, shows an access code while asked to, and leads out', async () => {
    const { page, complaints } = await open();
    await page.goto('/');
    await page.getByLabel('统一社会信用代码').fill(GOOD);
    await page.getByLabel('访问码').fill('0000-0000-0000-0000');
    await page.getByRole('button', { name: '登录' }).click();
    await expect.poll(() => page.getByRole('alert').textContent(), SOON).toContain('不相符');
    await page.screenshot({ path: join(pictureFolder, 'sign-in-refused.png'), fullPage: true });
    expect(await page.getByLabel('统一社会信用代码').inputValue()).toBe(GOOD);
    expect(await page.getByLabel('访问码').inputValue()).toBe('');

    await page.getByLabel('访问码').fill(code);
    await page.getByRole('button', { name: '显示' }).click();
    expect(await page.getByLabel('访问码').getAttribute('type')).toBe('text');
    await page.getByLabel('访问码').press('Enter');
    await page.getByRole('heading', { name: '上海云杉样例精密机械有限公司' }).waitFor();

    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '企业登录' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '企业登录' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is not sent by a page of another site', async () => {
    const { context, page } = await openSignedIn();
    await context.route('http://elsewhere.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" action="${portal.origin}/sign-out"><button>x</button></form>`,
      }),
    );
    await page.goto('http://elsewhere.example/');
    await page.getByRole('button').click();
    await page.getByRole('heading', { name: '本次操作未受理' }).waitFor();
    await page.goto('/');
    await page.getByRole('heading', { name: '上海云杉样例精密机械有限公司' }).waitFor();
  });
});

describe('without a script', () => {
  it('shows grade, certificate and a live code that comes anew', async () => {
    const { context, page } = await open({ ...PHONE, withScript: false });
    await page.goto('/');
    await page.getByLabel('统一社会信用代码').fill(GOOD);
    await page.getByLabel('访问码').fill(code);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('标杆').waitFor();
    const [printed = ''] = await readScreenshot(await page.screenshot({ fullPage: true }));
    expect(judge(printed, portal.now).code).toBe('green-channel');
    await page.getByRole('link', { name: '出示动态二维码' }).click();
    await page.getByText('每 30 秒自动更新').waitFor();
    expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(1);
    const before = await readLiveCode(page, 'show-without-script');
    portal.now += 30;
    await page.getByRole('link', { name: '立即更新' }).click();
    await expect.poll(() => readLiveCode(page), SOON).not.toBe(before);
    await context.close();
  });
});

describe('the live code', () => {
  it('is accepted within its minute and refused when the minute is over', async () => {
    const { page, complaints } = await openSignedIn();
    await page.goto('/show');
    const text = await readLiveCode(page, 'show');
    const verdict = judge(text, portal.now);
    expect(verdict).toMatchObject({
      ...{ outcome: 'accepted', code: 'green-channel' },
      certificate: { holderCode: GOOD, presentation: 60 },
    });
    expect(judge(text, portal.now + 59).outcome).toBe('accepted');
    expect(judge(text, portal.now + 60)).toMatchObject({
      outcome: 'refused',
      code: 'presentation-expired',
    });
    expect(complaints).toEqual([]);
  });

  it('has the number of its certificate', async () => {
    const { page } = await openSignedIn();
    await page.goto('/show');
    const text = await readLiveCode(page);
    const certificate = await withStore(portal.folder, (s) => s.certificates.newestOf(GOOD));
    const number = certificate?.number;
    expect(judge(text, portal.now)).toMatchObject({ certificate: { number } });
  });

  it('renews itself on the page before it ends', async () => {
    const { page } = await openSignedIn();
    await page.clock.install();
    portal.now += 100;
    await page.goto('/show');
    const before = await readLiveCode(page);
    await page.clock.fastForward(30_000);
    expect(await readLiveCode(page)).toBe(before);
    portal.now += 41;
    await page.clock.fastForward(11_000);
    await expect.poll(() => readLiveCode(page), SOON).not.toBe(before);
    expect(judge(await readLiveCode(page), portal.now + 19).outcome).toBe('accepted');
    await expect.poll(() => page.locator('.seconds').textContent(), SOON).toMatch(/^(?:5\d|60)$/);
  });

  it('goes from the screen when it has ended without a connection, and comes back with it', async () => {
    const { context, page } = await openSignedIn({ ...PHONE, language: 'en' });
    await page.clock.install();
    portal.now += 100;
    await page.goto('/show');
    await readLiveCode(page);
    await context.setOffline(true);
    await page.clock.fastForward(60_000);
    await page.getByText('The code has timed out').waitFor();
    const picture = await page.screenshot({ path: join(pictureFolder, 'show-offline.png') });
    expect(await readScreenshot(picture)).toEqual([]);
    await context.setOffline(false);
    portal.now += 65;
    await page.clock.fastForward(5_000);
    await page.getByText('The code has timed out').waitFor({ state: 'hidden' });
    expect(judge(await readLiveCode(page), portal.now).outcome).toBe('accepted');
  });

  it('is not shown any more once the certificate is suspended', async () => {
    const poor = await giveAccessCode(portal.folder, POOR);
    const { context, page } = await open();
    await signWindowIn(context, portal, { company: POOR, code: poor });
    await page.clock.install();
    await page.goto('/show');
    await readLiveCode(page);
    await withStore(portal.folder, async ({ certificates }) => {
      const { number = '' } = (await certificates.newestOf(POOR)) ?? {};
      const cause = { who: 'tester', at: portal.now, why: '' };
      await certificates.change({ number, state: 'suspended', reason: 'under-review' }, cause);
    });
    await page.clock.fastForward(45_000);
    await page.getByRole('heading', { name: '暂时没有可以出示的二维码' }).waitFor();
  });
});
