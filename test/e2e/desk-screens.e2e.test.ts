import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { qrPng } from '../../authority/qr-image.ts';
import { TEST_CODE } from '../../renderer/clerk/scanner/test-code.ts';
import { type Thumb, takeThumb, writeSheet } from './contact-sheet.ts';
import { FAULTS_OF_DESK } from './desk-measures.ts';
import { type DeskSession, openDesk, paste } from './desk-session.ts';
import { FAULTS_OF_ACCESS } from './screen-measures.ts';
import { plugInScanner } from './wedge-keys.ts';

/** Every page of the desk in both languages, light and dark; the first of them also in a large window. */

const SIZES = {
  small: { width: 1_280, height: 800, scale: 0.62 },
  large: { width: 1_920, height: 1_080, scale: 0.62 },
} as const;

interface Setting {
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark';
}

const PLAIN: Setting = { language: 'zh-CN', theme: 'light' };
const SETTINGS: readonly Setting[] = [
  PLAIN,
  { language: 'zh-CN', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
];

let desk: DeskSession;
let session: CDPSession;
const folder = join(inject('program').screenshotFolder, '../contact-sheets');
const found: object[] = [];

beforeAll(async () => {
  desk = await openDesk();
  session = await desk.page.context().newCDPSession(desk.page);
  await desk.page.evaluate(axe.source);
});
afterAll(() => desk.close());

/** Presses the switches of the bottom row until the desk is set so. */
async function set({ language, theme }: Setting): Promise<void> {
  for (let presses = 0; presses < 6; presses++) {
    const now = await desk.page.evaluate<string>(
      `document.documentElement.lang + ' ' + document.documentElement.dataset.theme`,
    );
    if (now === `${language} ${theme}`) return;
    const isLanguage = !now.startsWith(language);
    await desk.page.click(`[data-switch="${isLanguage ? 'language' : 'theme'}"]`);
    await desk.page.waitForTimeout(50);
  }
  throw new Error('the desk cannot be set so');
}

async function judge(id: string): Promise<void> {
  await desk.press('F2');
  await paste(desk.page, desk.text(id));
  await desk.press('Enter');
}

async function compare(code: string): Promise<void> {
  await judge('green-channel');
  await desk.see('[data-verdict-code="green-channel"]');
  await desk.press('F7');
  await desk.page.fill('.desk-compare input', code);
  await desk.press('Enter');
  await desk.see('[data-comparison="mismatch"]');
}

async function fillBatch(): Promise<void> {
  const inbox = join(desk.folder, 'inbox');
  mkdirSync(inbox);
  for (const id of ['green-channel', 'expired', 'bad-signature', 'superseded', 'foreign-payment']) {
    writeFileSync(join(inbox, `${id}.png`), qrPng(desk.text(id)));
  }
  writeFileSync(join(inbox, '说明.docx'), 'PK');
  await desk.answerDialogs(inbox);
  await desk.press('F3');
  await desk.page.click('.desk-batch .desk-button:nth-of-type(2)');
  await desk.see('.desk-virtual-row');
  await desk.read('.desk-batch', '6 / 6');
}

/** Ways to each page, from a cleared counter. */
const PAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  'desk-green-channel': async () => {
    for (const id of ['foreign-url', 'expired', 'unknown-key', 'superseded', 'green-channel']) {
      await judge(id);
      await desk.page.waitForSelector('.desk-verdict');
    }
    await desk.see('[data-verdict-code="green-channel"]');
  },
  'desk-bad-signature': () => judge('bad-signature'),
  'desk-mismatch': () => compare('91310110666007217T'),
  'desk-typing': async () => {
    await desk.press('F2');
    await desk.page.keyboard.type('91310114MA1GWO1J6', { delay: 60 });
    await desk.see('.desk-strange');
  },
  'desk-slip': async () => {
    await judge('green-channel');
    await desk.see('[data-verdict-code="green-channel"]');
    await desk.press('F9');
    await desk.see('.desk-slip');
  },
  'desk-camera': async () => {
    await desk.press('Control+K');
    await desk.see('[data-camera="live"]');
  },
  'desk-batch-empty': () => desk.press('F3'),
  'desk-batch': fillBatch,
  'desk-history': async () => {
    await desk.press('F4');
    await desk.see('.desk-virtual-row');
    await desk.page.click('.desk-virtual-row');
    await desk.see('.desk-entry-pane');
  },
  'desk-policy': () => desk.press('F6'),
  'desk-scanner-waiting': () => desk.press('F10'),
  'desk-scanner': async () => {
    await desk.press('F10');
    await desk.see('.desk-scanner .desk-qr');
    await plugInScanner(session).type(TEST_CODE.replaceAll(':', ';'), 2);
    await desk.see('[data-scanner-level="problem"]');
  },
  'desk-keys': () => desk.press('F1'),
  'desk-training': () => desk.press('Control+T'),
};

/** Measures and pictures the page as it is set. */
async function judgeLooks(name: string, setting: Setting): Promise<readonly Thumb[]> {
  await set(setting);
  const { large, small } = SIZES;
  const thumbs: Thumb[] = [];
  for (const { scale, ...size } of setting === PLAIN ? [large, small] : [small]) {
    await desk.page.setViewportSize(size);
    const faults = await desk.page.evaluate<string[]>(FAULTS_OF_DESK);
    if (faults.length > 0) found.push({ name, setting, width: size.width, faults });
    thumbs.push(await takeThumb(session, size, scale));
  }
  const broken = await desk.page.evaluate<string[]>(FAULTS_OF_ACCESS);
  if (broken.length > 0) found.push({ name, setting, faults: broken });
  return thumbs;
}

/** Switches that a page was reached with, to be turned off again. */
const TURNED_ON: Readonly<Record<string, string>> = {
  'desk-camera': 'Control+K',
  'desk-training': 'Control+T',
};

describe('every page of the desk', () => {
  it.each(Object.entries(PAGES))('%s fits, reads well and can be reached', async (name, open) => {
    await set(PLAIN);
    await open();
    found.length = 0;
    const thumbs: Thumb[] = [];
    for (const setting of SETTINGS) thumbs.push(...(await judgeLooks(name, setting)));
    await writeSheet(folder, name, thumbs);
    await desk.press(...(TURNED_ON[name] === undefined ? [] : [TURNED_ON[name]]), 'F2', 'Escape');
    expect(found).toEqual([]);
  });
});
