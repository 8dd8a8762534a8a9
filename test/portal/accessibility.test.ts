import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AXE } from '../world/axe-script.ts';
import {
  giveSession,
  openSession,
  openWindow,
  pictureFolder,
  startBrowser,
  type Viewing,
} from './browser.ts';
import { GOOD, giveAccessCode, POOR, SUSPENDED } from './portal-office.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';

let portal: RunningPortal;
let browser: Browser;
const sessions = new Map<string, string>();
beforeAll(async () => {
  portal = await runPortal();
  for (const company of [GOOD, POOR, SUSPENDED]) {
    const code = await giveAccessCode(portal.folder, company);
    sessions.set(company, await openSession(portal, { company, code }));
  }
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] =
    await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
    );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

// Both languages, both devices, both schemes; all three go together in each pair once.
const VIEWINGS: readonly Viewing[] = [
  { device: 'phone', language: 'zh-CN', scheme: 'light' },
  { device: 'phone', language: 'en', scheme: 'dark' },
  { device: 'desktop', language: 'zh-CN', scheme: 'dark' },
  { device: 'desktop', language: 'en', scheme: 'light' },
];

/** Pictures are for people to look at; half of the pages are enough. */
const PICTURED = 'light';

const PAGES = [
  { name: 'good', who: GOOD, paths: ['/', '/show', '/reasons', '/help'] },
  { name: 'poor', who: POOR, paths: ['/', '/reasons'] },
  { name: 'suspended', who: SUSPENDED, paths: ['/', '/show'] },
  { name: 'stranger', who: undefined, paths: ['/', '/help', '/nowhere'] },
];
async function lookAt(page: Page, path: string, picture: string | undefined): Promise<string[]> {
  await page.goto(path);
  if (picture !== undefined)
    await page.screenshot({ path: join(pictureFolder, `${picture}.png`), fullPage: true });
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  return [...(overflow === 0 ? [] : [`${overflow} px too wide`]), ...(await violations(page))];
}

describe.each(VIEWINGS)('on a $device in $language, $scheme', (viewing) => {
  let window: Awaited<ReturnType<typeof openWindow>>;
  beforeAll(async () => {
    window = await openWindow(browser, portal, viewing);
  });
  afterAll(() => window.context.close());

  it.each(PAGES)(
    'no page of $name violates WCAG 2.2 AA, overflows its width, or complains',
    async ({ name, who, paths }) => {
      const { device, language, scheme } = viewing;
      const { context, page, complaints } = window;
      const found: string[] = [];
      await context.clearCookies({ name: 'session' });
      if (who !== undefined) await giveSession(context, portal, sessions.get(who) ?? '');
      for (const path of paths) {
        const file = `${name}${path.replaceAll('/', '-')}-${device}-${language}-${scheme}`;
        const picture = scheme === PICTURED ? file : undefined;
        found.push(...(await lookAt(page, path, picture)));
      }
      expect([...found, ...complaints]).toEqual([]);
    },
  );
});
