import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { findChromium } from '../../build/chromium.ts';
import { projectRoot } from '../../build/project-folders.ts';
import type { RunningPortal } from './running-portal.ts';
import { newVisitor } from './visitor.ts';

/** How somebody looks at the portal. */
export interface Viewing {
  readonly device: 'phone' | 'desktop';
  readonly language: 'zh-CN' | 'en';
  readonly scheme: 'light' | 'dark';
  readonly withScript?: boolean;
}

const SIZES = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;

/** Screenshots to look at. */
export const pictureFolder = join(projectRoot, 'test-output', 'portal');
mkdirSync(pictureFolder, { recursive: true });

/**
 * What the browser prepares for the person at its own window, whom a test does not have: the list below
 * the address bar, a page that is drawn by a process of its own (two seconds of work for every new
 * context), and a process for the next site. The switch replaces the one Playwright sets, so those of
 * its features that these tests could meet are named as well.
 */
const SWITCHED_OFF = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  'SpareRendererForSitePerProcess',
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'PaintHolding', 'OptimizationHints'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'MediaRouter'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
];

export function startBrowser(): Promise<Browser> {
  const switches = [
    `--disable-features=${SWITCHED_OFF.join(',')}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  return chromium.launch({ executablePath: findChromium(), args: switches });
}

/** A fresh window; whatever it complains about is in `complaints`. */
export async function openWindow(
  browser: Browser,
  portal: RunningPortal,
  { device, language, scheme, withScript = true }: Viewing,
): Promise<{
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
}> {
  const context = await browser.newContext({
    ...{ viewport: SIZES[device], colorScheme: scheme, javaScriptEnabled: withScript },
    ...{ baseURL: portal.origin, deviceScaleFactor: device === 'phone' ? 2 : 1 },
  });
  await context.addCookies([{ name: 'language', value: language, url: portal.origin }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser reports each answer that is no success; the tests ask for some on purpose.
    if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, complaints };
}

/** Signs a window in without its form. */
export async function signWindowIn(
  context: BrowserContext,
  portal: RunningPortal,
  who: { readonly company: string; readonly code: string },
): Promise<void> {
  await giveSession(context, portal, await openSession(portal, who));
}

/** Signs in without a browser, and gives the cookie that proves it. */
export async function openSession(
  portal: RunningPortal,
  who: { readonly company: string; readonly code: string },
): Promise<string> {
  const visitor = newVisitor(portal.origin);
  await visitor.signIn(who.company, who.code);
  return visitor.cookies.get('session') ?? '';
}

/** Makes a window that of whoever a session belongs to. */
export async function giveSession(
  context: BrowserContext,
  portal: RunningPortal,
  value: string,
): Promise<void> {
  await context.addCookies([
    { name: 'session', value, url: portal.origin, httpOnly: true, sameSite: 'Strict' },
  ]);
}
