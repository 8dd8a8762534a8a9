import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWindow, pictureFolder, signWindowIn, startBrowser, type Viewing } from './browser.ts';
import { GOOD, giveAccessCode, POOR, SUSPENDED } from './portal-office.ts';
import { type RunningPortal, runPortal } from './running-portal.ts';

let portal: RunningPortal;
let browser: Browser;
const codes = new Map<string, string>();
beforeAll(async () => {
  portal = await runPortal();
  for (const company of [GOOD, POOR, SUSPENDED])
    codes.set(company, await giveAccessCode(portal.folder, company));
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] =
    await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) => violations)`,
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

const PAGES = [
  { name: 'good', who: GOOD, paths: ['/', '/show', '/reasons', '/help'] },
  { name: 'poor', who: POOR, paths: ['/', '/reasons'] },
  { name: 'suspended', who: SUSPENDED, paths: ['/', '/show'] },
  { name: 'stranger', who: undefined, paths: ['/', '/help', '/nowhere'] },
];
async function lookAt(page: Page, path: string, name: string): Promise<string[]> {
  await page.goto(path);
  await page.screenshot({ path: join(pictureFolder, `${name}.png`), fullPage: true });
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  return [...(overflow === 0 ? [] : [`${overflow} px too wide`]), ...(await violations(page))];
}

describe.each(VIEWINGS)('on a $device in $language, $scheme', (viewing) => {
  it.each(PAGES)(
    'no page of $name violates WCAG 2.2 AA, overflows its width, or complains',
    async ({ name, who, paths }) => {
      const { device, language, scheme } = viewing;
      const { context, page, complaints } = await openWindow(browser, portal, viewing);
      const found: string[] = [];
      if (who !== undefined)
        await signWindowIn(context, portal, { company: who, code: codes.get(who) ?? '' });
      for (const path of paths) {
        const picture = `${name}${path.replaceAll('/', '-')}-${device}-${language}-${scheme}`;
        found.push(...(await lookAt(page, path, picture)));
      }
      await context.close();
      expect([...found, ...complaints]).toEqual([]);
    },
  );
});
