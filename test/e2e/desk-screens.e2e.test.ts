import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { qrPng } from '../../authority/qr-image.ts';
import { TEST_CODE } from '../../renderer/clerk/scanner/test-code.ts';
import { SLIP_PAPERS } from '../../shared/ipc/desk-verbs.ts';
import { AXE } from '../world/axe-script.ts';
import { showSmall, type Thumb, takeThumb, writeSheet } from './contact-sheet.ts';
import { FAULTS_OF_DESK, FAULTS_OF_SLIP, LAID_OUT } from './desk-measures.ts';
import { type DeskSession, openDesk, paste } from './desk-session.ts';
import { pressUntilSet } from './press-until-set.ts';
import { pictureOfOnlyPage } from './printed-page.ts';
import { FAULTS_OF_ACCESS, FAULTS_OF_LAYOUT } from './screen-measures.ts';
import { plugInScanner } from './wedge-keys.ts';

/**
 * Every page of the desk in both languages, light and dark, in a small window and a large one; its lists
 * also in compact rows; the window that faces the visitor; and the slips as they come out of a printer.
 */

const SIZES = {
  small: { width: 1_280, height: 800, scale: 0.5 },
  large: { width: 1_920, height: 1_080, scale: 0.4 },
} as const;

interface Setting {
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
}

const PLAIN: Setting = { language: 'zh-CN', theme: 'light', density: 'comfortable' };
// In an order of few presses from one to the next.
const SETTINGS: readonly Setting[] = [
  PLAIN,
  { ...PLAIN, theme: 'dark' },
  { ...PLAIN, language: 'en', theme: 'dark' },
  { ...PLAIN, language: 'en' },
];
const COMPACT: Setting = { ...PLAIN, density: 'compact' };
/** Pages with rows, which a clerk may want closer. */
const WITH_ROWS = ['desk-green-channel', 'desk-batch', 'desk-history'];

let desk: DeskSession;
let session: CDPSession;
const folder = join(inject('program').screenshotFolder, '../contact-sheets');
const found: object[] = [];

beforeAll(async () => {
  desk = await openDesk();
  session = await desk.page.context().newCDPSession(desk.page);
  await desk.page.evaluate(AXE);
});
afterAll(() => desk.close());

/** Presses the switches of the bottom row until the desk is set so; a locked desk has none. */
async function set(setting: Setting): Promise<void> {
  const isLocked = (await desk.page.$('.desk-lock')) !== null;
  if (isLocked) await desk.press('Enter');
  const root = 'document.documentElement';
  const isSet = (name: string, value: string) => `${root}.dataset.${name} === '${value}'`;
  await pressUntilSet(desk.page, [
    { isSet: `${root}.lang === '${setting.language}'`, button: '[data-switch="language"]' },
    { isSet: isSet('theme', setting.theme), button: '[data-switch="theme"]' },
    { isSet: isSet('density', setting.density), button: '[data-switch="density"]' },
  ]);
  if (isLocked) await lock();
}

async function lock(): Promise<void> {
  await desk.press('Control+L');
  await desk.see('.desk-lock');
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
    await plugInScanner(session).type(TEST_CODE.replaceAll(':', ';'), { pauseMs: 2 });
    await desk.see('[data-scanner-level="problem"]');
  },
  'desk-keys': () => desk.press('F1'),
  'desk-training': () => desk.press('Control+T'),
  'desk-lock': lock,
};

/** Measures and pictures the page in each setting, the pictures of a size together. */
async function judgeLooks(name: string, settings: readonly Setting[]): Promise<readonly Thumb[]> {
  const thumbs = { large: [] as Thumb[], small: [] as Thumb[] };
  const judgeSize = async (setting: Setting, chosen: keyof typeof SIZES): Promise<void> => {
    const { scale, ...size } = SIZES[chosen];
    await showSmall(session, size, scale);
    await desk.page.evaluate(LAID_OUT);
    const faults = await desk.page.evaluate<string[]>(FAULTS_OF_DESK);
    if (faults.length > 0) found.push({ name, setting, width: size.width, faults });
    thumbs[chosen].push(await takeThumb(session, size, scale));
  };
  for (const setting of settings) {
    await set(setting);
    await judgeSize(setting, 'small');
    if (setting !== COMPACT) await judgeSize(setting, 'large');
    const broken = await desk.page.evaluate<string[]>(FAULTS_OF_ACCESS);
    if (broken.length > 0) found.push({ name, setting, faults: broken });
  }
  // As it is, or else a click lands beside what it is meant for.
  await showSmall(session, SIZES.large, 1);
  return [...thumbs.large, ...thumbs.small];
}

/** Switches that a page was reached with, to be turned off again. */
const TURNED_ON: Readonly<Record<string, string>> = {
  'desk-camera': 'Control+K',
  'desk-training': 'Control+T',
  'desk-lock': 'Enter',
};

describe('every page of the desk', () => {
  it.each(Object.entries(PAGES))('%s fits, reads well and can be reached', async (name, open) => {
    await set(PLAIN);
    await open();
    found.length = 0;
    const settings = WITH_ROWS.includes(name) ? [...SETTINGS, COMPACT] : SETTINGS;
    const thumbs = await judgeLooks(name, settings);
    await writeSheet(folder, name, thumbs);
    await desk.press(...(TURNED_ON[name] === undefined ? [] : [TURNED_ON[name]]), 'F2', 'Escape');
    expect(found).toEqual([]);
  });
});

const LANGUAGES = ['zh-CN', 'en'] as const;

const VISITOR_SIZES = [
  { width: 1_080, height: 1_920, scale: 0.22 },
  { width: 1_920, height: 1_080, scale: 0.22 },
  { width: 1_280, height: 800, scale: 0.3 },
] as const;

const SHOWN_TO_VISITOR = [
  ['nothing', '[data-customer="waiting"]'],
  ['green-channel', '[data-look="open"]'],
  ['expired', '[data-look="time"]'],
  ['bad-signature', '[data-look="refused"]'],
] as const;

/** Measures and pictures what the visitor's window shows now, in every size. */
async function judgeVisitor(visitor: Page, pictures: CDPSession): Promise<readonly Thumb[]> {
  const thumbs: Thumb[] = [];
  for (const { scale, ...size } of VISITOR_SIZES) {
    await showSmall(pictures, size, scale);
    const faults = await visitor.evaluate<string[]>(FAULTS_OF_LAYOUT);
    thumbs.push(await takeThumb(pictures, size, scale));
    if (faults.length > 0) found.push({ visitor: await visitor.title(), size, faults });
  }
  const broken = await visitor.evaluate<string[]>(FAULTS_OF_ACCESS);
  if (broken.length > 0) found.push({ visitor: await visitor.title(), broken });
  return thumbs;
}

describe('the window that faces the visitor', () => {
  it('fits and reads well, whatever the desk shows', async () => {
    const opened = desk.application.waitForEvent('window');
    await desk.press('Control+D');
    const visitor = await opened;
    await visitor.waitForSelector('[data-customer="waiting"]');
    await visitor.evaluate(AXE);
    const pictures = await visitor.context().newCDPSession(visitor);
    const thumbs: Thumb[] = [];
    found.length = 0;
    for (const language of LANGUAGES) {
      await set({ ...PLAIN, language });
      for (const [id, shown] of SHOWN_TO_VISITOR) {
        await (id === 'nothing' ? desk.press('F2', 'Escape') : judge(id));
        await visitor.waitForSelector(`html[lang="${language}"] ${shown}`);
        thumbs.push(...(await judgeVisitor(visitor, pictures)));
      }
    }
    await writeSheet(folder, 'desk-visitor', thumbs);
    await desk.press('Control+D', 'F2', 'Escape');
    expect(found).toEqual([]);
  });
});

describe('a slip', () => {
  it.each(LANGUAGES)('comes out whole on every paper, in %s', async (language) => {
    await set({ ...PLAIN, language });
    const thumbs: Thumb[] = [];
    for (const id of ['green-channel', 'bad-signature']) {
      await judge(id);
      await desk.see('.desk-verdict');
      await desk.press('F9');
      await desk.see('.desk-slip');
      for (const paper of SLIP_PAPERS) {
        await desk.page.click(`.desk-radio:has(input[value="${paper}"])`);
        await desk.see(`.desk-slip-preview[data-paper="${paper}"]`);
        expect(await desk.page.evaluate(FAULTS_OF_SLIP), `${id} on ${paper}`).toEqual([]);
        // The short one is printed on the paper of most desks; its other papers hold less than the long one's.
        if (id === 'bad-signature' && paper !== '80mm') continue;
        const file = join(desk.folder, `${language}-${id}-${paper}.pdf`);
        await desk.answerDialogs(file);
        await desk.page.click('.desk-slip-controls .desk-button:nth-of-type(2)');
        thumbs.push(await pictureOfOnlyPage(file));
      }
      await desk.press('F9');
      await desk.see('.desk-scan');
    }
    await writeSheet(folder, `desk-slips-${language}`, thumbs);
  });
});
