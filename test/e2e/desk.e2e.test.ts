import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { qrPng } from '../../authority/qr-image.ts';
import { DESK_NAME, type DeskSession, openDesk, paste } from './desk-session.ts';

/** A clerk's day at the packaged desk, from the keyboard alone. */

let desk: DeskSession;

beforeAll(async () => {
  desk = await openDesk({ printerName: 'Receipts' });
});
afterAll(() => desk.close());

/** Whether a file is there and ends as a zip archive does: it is being written meanwhile. */
function isWholeZip(file: string): boolean {
  return (
    existsSync(file) && readFileSync(file).subarray(-22, -18).toString('latin1') === 'PK\x05\x06'
  );
}

/** Goes from one thing to the next until the wished one has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await desk.press('Tab');
    if (await desk.page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`))
      return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

const counted = () => desk.page.textContent('[data-count="all"] dd');

async function judgePasted(id: string, code = id): Promise<void> {
  await desk.press('F2');
  await paste(desk.page, desk.text(id));
  await desk.press('Enter');
  await desk.see(`[data-verdict-code="${code}"]`);
}

describe('a clerk with a keyboard', () => {
  it('reads in the task bar which desk it is and that it is off line', async () => {
    await expect.poll(() => desk.page.title()).toContain(`${DESK_NAME} · 离线 · `);
  });

  it('pastes a certificate and sees the verdict, and why', async () => {
    await judgePasted('green-channel');
    const rows = await desk.page.$$eval('.desk-checks li', (list) =>
      list.map((row) => row.getAttribute('data-result')),
    );
    expect(rows.length).toBeGreaterThan(12);
    expect(new Set(rows)).toEqual(new Set(['passed']));
    await judgePasted('bad-signature');
    expect(await desk.see('.desk-checks li[data-result="failed"]')).toContain('签名有效');
    await desk.read('[data-count="all"] dd', '2');
  });

  it('compares with the licence in hand', async () => {
    await judgePasted('green-channel');
    const code = (await desk.see('.desk-facts .desk-code')).replaceAll(/\s/g, '');
    expect(code).toMatch(/^[0-9A-Z]{18}$/);
    await desk.press('F7');
    await desk.page.keyboard.type('91310110666007217T', { delay: 50 });
    await desk.press('Enter');
    expect(await desk.see('[data-comparison="mismatch"] .desk-compare-word')).toContain('不一致');
    expect(await desk.page.$$('.desk-differing mark')).not.toHaveLength(0);
    await desk.press('F7');
    await desk.page.keyboard.type(code.toLowerCase(), { delay: 50 });
    await desk.press('Enter');
    expect(await desk.see('[data-comparison="match"] .desk-compare-word')).toContain('一致');
  });

  it('saves a slip of the paper’s size, and prints it without being asked where', async () => {
    const file = join(desk.folder, 'slip.pdf');
    await desk.answerDialogs(file);
    await desk.press('F9');
    await desk.see('.desk-slip');
    await tabTo('.desk-slip-controls .desk-button:nth-of-type(2)');
    await desk.press('Enter');
    await desk.read('.desk-slip [role="status"]', '已保存');
    const pdf = readFileSync(file, 'latin1');
    const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Math.round((Number(width) / 72) * 25.4)).toBe(80);
    expect((Number(height) / 72) * 25.4).toBeGreaterThan(60);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    // No printer stands here: what the program asks of the system is looked at instead.
    await desk.application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) return;
      const printer = { name: 'Receipts', displayName: 'Receipts', description: '', options: {} };
      window.webContents.getPrintersAsync = async () => [
        { ...printer, status: 0, isDefault: false },
      ];
      window.webContents.print = (options, done) => {
        Object.assign(globalThis, { printed: options });
        done?.(true, '');
      };
    });
    await desk.press('Shift+Tab', 'Enter');
    await desk.read('.desk-slip [role="status"]', '已送打印');
    const printed = await desk.application.evaluate(() => Reflect.get(globalThis, 'printed'));
    expect(printed).toMatchObject({
      silent: true,
      deviceName: 'Receipts',
      pageSize: { width: 80_000, height: expect.any(Number) },
    });
    await desk.press('F9');
    await desk.see('.desk-scan');
  });

  it('finds a record of today again and adds a note', async () => {
    await desk.press('F4');
    await desk.see('.desk[data-page="history"] .desk-virtual-row');
    await tabTo('.desk-toolbar input');
    await desk.page.keyboard.type('zzzz', { delay: 50 });
    await desk.read('.desk-virtual', '没有找到相符的记录');
    await desk.press('Escape');
    await tabTo('.desk-virtual-row, .desk-virtual');
    await desk.press('ArrowDown');
    await desk.see('.desk-entry-pane');
    await tabTo('.desk-note-form input');
    await desk.page.keyboard.type('=1+1', { delay: 50 });
    await desk.press('Enter');
    expect(await desk.see('.desk-notes li')).toContain('=1+1');
    const table = join(desk.folder, 'history.csv');
    await desk.answerDialogs(table);
    await tabTo('.desk-export button');
    await desk.press('Enter');
    await desk.read('.desk-export', '已保存');
    const content = readFileSync(table, 'utf8');
    expect(content.startsWith('\uFEFF')).toBe(true);
    expect(content).toContain("'=1+1");
  });

  it('judges a folder of files and takes the table along', async () => {
    const files = join(desk.folder, 'inbox');
    await desk.answerDialogs(files);
    writeInbox(files);
    await desk.press('F3');
    await tabTo('.desk-batch .desk-button:nth-of-type(2)');
    await desk.press('Enter');
    await desk.read('.desk-progress', '3 / 3');
    const table = join(desk.folder, 'batch.csv');
    await desk.answerDialogs(table);
    await tabTo('.desk-batch .desk-button:nth-of-type(4)');
    await desk.press('Enter');
    await desk.read('.desk-batch', '已保存');
    const content = readFileSync(table, 'utf8');
    expect(content.startsWith('\uFEFF文件,')).toBe(true);
    expect(content).toContain("'=cmd.png");
    expect(content).toContain('可走绿色通道');
    expect(content).toContain('证书已过有效期');
    expect(content).toContain('这是压缩包或办公文档');
    const workbook = join(desk.folder, 'batch.xlsx');
    await desk.answerDialogs(workbook);
    await desk.press('Enter');
    await expect.poll(() => isWholeZip(workbook), { timeout: 15_000 }).toBe(true);
    const sheet = strFromU8(
      unzipSync(readFileSync(workbook))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(sheet).not.toContain('<f>');
  });

  it('practises without it being counted', async () => {
    await desk.press('F2');
    const before = await counted();
    await desk.press('Control+T');
    expect(await desk.see('.desk-banner')).toContain('培训模式');
    await expect.poll(() => desk.page.title()).toContain('培训模式');
    await tabTo('.desk-sample');
    await desk.press('Enter');
    await desk.see('[data-verdict-code="green-channel"]');
    await judgePasted('expired');
    await desk.press('F4');
    await desk.see('.desk[data-page="history"]');
    expect(await counted()).toBe(before);
    await desk.press('F2', 'Control+T');
    await desk.see('.desk-empty');
    expect(await desk.page.$$('.desk-list .desk-row')).toHaveLength(0);
  });
});

describe('the window that faces the visitor', () => {
  let visitor: Page;

  it('opens without taking the keyboard, and follows the desk', async () => {
    const opened = desk.application.waitForEvent('window');
    await desk.press('F2', 'Control+D');
    visitor = await opened;
    await visitor.waitForSelector('[data-customer="waiting"]');
    await judgePasted('green-channel');
    await visitor.waitForSelector('[data-customer="answer"][data-look="open"]');
    await judgePasted('expired');
    await visitor.waitForSelector('[data-customer="answer"][data-look="time"]');
  });

  it('shows nothing that is the clerk’s', async () => {
    await judgePasted('green-channel');
    await visitor.waitForSelector('[data-look="open"]');
    await desk.press('F7');
    await desk.page.keyboard.type('91310110666007217T', { delay: 50 });
    await desk.press('Enter');
    await desk.see('[data-comparison="mismatch"]');
    await desk.press('F4');
    await desk.see('.desk[data-page="history"]');
    const words = await visitor.evaluate<string>('document.body.innerText');
    expect(words).toContain('可走绿色通道');
    for (const secret of ['不一致', '核验过程', '签名算法', '今日记录', '备注', DESK_NAME]) {
      expect(words).not.toContain(secret);
    }
    expect(await visitor.$$('button, input')).toHaveLength(0);
  });

  it('is empty after Esc and behind the lock, and speaks the clerk’s language', async () => {
    await desk.press('F2', 'Escape');
    await visitor.waitForSelector('[data-customer="waiting"]');
    await judgePasted('green-channel');
    await visitor.waitForSelector('[data-customer="answer"]');
    await desk.press('Control+L');
    await visitor.waitForSelector('[data-customer="waiting"]');
    await desk.page.keyboard.press('Control+A');
    await desk.page.keyboard.type('王', { delay: 50 });
    await desk.press('Enter');
    await expect.poll(() => desk.page.title()).toContain('王 · ');
    await visitor.waitForSelector('[data-customer="answer"]');
    await tabTo('.desk-status button:last-child');
    await desk.press('Enter');
    await expect.poll(() => visitor.evaluate('document.documentElement.lang')).toBe('en');
    await desk.press('Control+D');
    await expect.poll(() => visitor.isClosed()).toBe(true);
  });
});

function writeInbox(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, '=cmd.png'), qrPng(desk.text('green-channel')));
  writeFileSync(join(folder, 'b.png'), qrPng(desk.text('expired')));
  writeFileSync(join(folder, 'c.docx'), 'PK');
}
