import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type MisbehavingServer, startMisbehavingServer } from '../trust/misbehaving-server.ts';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { type Thumb, takeThumb, writeSheet } from './contact-sheet.ts';
import { type KioskSession, openKiosk, readSamples } from './kiosk-session.ts';
import { exportDiagnostics } from './staff-diagnostics-steps.ts';
import { setUpTerminal } from './staff-setup-steps.ts';
import {
  enterPin,
  expectAccessible,
  expectLargeTargets,
  moveClock,
  openStaffPad,
  staffPage,
} from './staff-steps.ts';
import { tryTouchPanel } from './staff-touch-steps.ts';
import { wipeAtOnePress } from './staff-wipe-steps.ts';

/** The staff at the packaged kiosk: gesture, PIN, and every page of the menu. */

const { demoFolder, siteFile, screenshotFolder } = inject('program');
const PORTRAIT = { width: 1_080, height: 1_920 };
const LANDSCAPE = { width: 1_920, height: 1_080 };
const SMALL = { width: 1_280, height: 800 };
const now = Math.floor(Date.now() / 1_000);
let folder: string;
let office: TestRepository;
let server: MisbehavingServer;
let kiosk: KioskSession;
let drive: string;
let session: CDPSession;
const thumbs: Thumb[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'staff-e2e-'));
  office = makeTestRepository(folder, { now, listSize: 1_024 });
  writeFileSync(join(folder, 'root.json'), office.rootJson);
  server = await startMisbehavingServer(office.repositoryFolder);
  drive = join(folder, 'USB-DRIVE');
  mkdirSync(drive);
  const { staffPin } = JSON.parse(readFileSync(siteFile, 'utf8'));
  const site = join(folder, 'site.json');
  writeFileSync(
    site,
    JSON.stringify({
      staffPin,
      exchangeFolders: [drive],
      soundVolume: 30,
      restartBySupervisor: true,
    }),
  );
  const policy = join(folder, 'policy.json');
  writeFileSync(policy, JSON.stringify({ repositoryUrl: server.url.href }));
  const files = ['--site', site, '--machine-policy', policy];
  kiosk = await openKiosk([...files, '--root', join(folder, 'root.json')]);
  session = await kiosk.page.context().newCDPSession(kiosk.page);
});
afterAll(async () => {
  await writeSheet(join(screenshotFolder, '../contact-sheets'), 'staff', thumbs);
  await kiosk.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes the screen into the contact sheet, in these sizes; it stays in the last. */
async function picture(...sizes: readonly (typeof PORTRAIT)[]): Promise<void> {
  for (const size of sizes) {
    await kiosk.page.setViewportSize(size);
    thumbs.push(await takeThumb(session, size, size === SMALL ? 0.36 : 0.26));
  }
}

const isOnScreen = (selector: string) => kiosk.page.locator(selector).count();
const button = (name: string | RegExp) => kiosk.page.getByRole('button', { name }).first();

describe('the way in', () => {
  it('is seven taps in the corner, not six', async () => {
    for (let tap = 0; tap < 6; tap++) await kiosk.page.mouse.click(40, 40);
    await kiosk.page.mouse.click(600, 500);
    expect(await isOnScreen('[data-screen="staff-pin"]')).toBe(0);
    await openStaffPad(kiosk);
    await expectAccessible(kiosk);
    await picture(LANDSCAPE, SMALL, PORTRAIT);
  });

  it('is locked after five wrong PINs, for a minute and not for ever', async () => {
    for (let left = 4; left > 0; left--) {
      await enterPin(kiosk, '1111');
      await kiosk.page.getByText(`还可尝试 ${left} 次`).waitFor();
    }
    await enterPin(kiosk, '1111');
    await kiosk.page.waitForSelector('[data-pin-answer="locked"]');
    await enterPin(kiosk, '2580');
    await kiosk.page.waitForSelector('[data-pin-answer="locked"]');
    await expectLargeTargets(kiosk);
    await picture(LANDSCAPE, SMALL, PORTRAIT);
    await moveClock(kiosk, 61);
    await enterPin(kiosk, '2580');
    await kiosk.page.waitForSelector('[data-screen="staff"]');
    await moveClock(kiosk, 0);
    await picture(PORTRAIT);
  });

  it('is the only one: no verb of the menu answers a page that did not come this way', async () => {
    await kiosk.page.evaluate('window.kiosk.closeStaff({})');
    const asked = ['readStaffState', 'leaveKiosk', 'syncNow', 'listDrives'];
    for (const verb of asked) {
      expect(await kiosk.page.evaluate(`window.kiosk.${verb}({})`)).toEqual({
        ok: true,
        value: { access: 'closed' },
      });
    }
    await openMenu();
  });
});

async function openMenu(): Promise<void> {
  await kiosk.page.reload();
  await kiosk.page.waitForSelector('[data-screen="scan"], [data-screen="out-of-order"]');
  await openStaffPad(kiosk);
  await enterPin(kiosk, '2580');
  await kiosk.page.waitForSelector('[data-page="menu"]');
}

describe('the menu', () => {
  it('synchronises and says how it went and what is held', async () => {
    await staffPage(kiosk, 'sync');
    await button('立即同步').click();
    await kiosk.page.waitForSelector('[data-sync="done"]');
    const words = await kiosk.page.locator('.staff-facts').innerText();
    for (const fact of ['签发密钥', '第 3 版', '政策', '第 7 版', '状态名单', server.url.href]) {
      expect(words).toContain(fact);
    }
    await picture(PORTRAIT);
  });

  it('leads through the first set-up of a new terminal', () =>
    setUpTerminal(kiosk, () => picture(SMALL, PORTRAIT)));

  it('tries a camera set-up out before its own picture and keeps it', async () => {
    await staffPage(kiosk, 'camera');
    await kiosk.show('HTTPS://EXAMPLE.ORG/ANY');
    await kiosk.page.getByText('已读到二维码').waitFor();
    await button('旋转 90°').click();
    await kiosk.page.waitForSelector('.camera-picture[data-rotation="90"]');
    await picture(PORTRAIT);
    await button('保存').click();
    await kiosk.page.getByText('已保存').waitFor();
    await button('恢复默认').click();
    await button('保存').click();
    await kiosk.show(undefined);
  });

  it('tries the touch panel from edge to edge', () => tryTouchPanel(kiosk));

  it('shows what an administrator has set as locked', async () => {
    await staffPage(kiosk, 'sound');
    await kiosk.page.locator('.staff-locked').waitFor();
    expect(await kiosk.page.locator('.staff-locked').innerText()).toContain('由管理员设置');
    expect(await button('增大音量').isDisabled()).toBe(true);
    await picture(PORTRAIT);
    const change = '{ name: "soundVolume", value: 100 }';
    expect(await kiosk.page.evaluate(`window.kiosk.changeSetting(${change})`)).toEqual({
      ok: true,
      value: { access: 'open', value: 'locked' },
    });
  });

  it('takes the terminal out of order, over a restart of the page, and back', async () => {
    await staffPage(kiosk, 'service');
    await button('暂停服务').click();
    await kiosk.page.waitForSelector('[data-out-of-order="true"]');
    await picture(PORTRAIT);
    const read = 'window.kiosk.readTerminal({}).then((reply) => reply.value.outOfOrder)';
    expect(await kiosk.page.evaluate(read)).toBe(true);
    expect(readFileSync(join(kiosk.userDataFolder, 'settings.json'), 'utf8')).toContain('true');
    await button('恢复服务').click();
    await kiosk.page.waitForSelector('[data-out-of-order="false"]');
  });

  it('exports what it holds, and imports it again, showing version and date before', async () => {
    await staffPage(kiosk, 'drive');
    await button('导出本机核验数据').click();
    await kiosk.page.getByText('已写入').waitFor();
    expect(readdirSync(drive).join(' ')).toMatch(/public-credit-trust-\d/);
    await button('重新查找').click();
    await button('查看').click();
    await kiosk.page.waitForSelector('[data-preview="found"]');
    const words = await kiosk.page.locator('.preview').innerText();
    expect(words).toMatch(/时间戳第 (\d) 版[\s\S]*签署于[\s\S]*本机现为时间戳第 \1 版/);
    await picture(PORTRAIT);
    await button('导入此数据').click();
    await kiosk.page.getByText('已导入，时间戳第').waitFor();
  });

  it('exports diagnostics in which nobody is named', async () => {
    const samples = await readSamples(join(demoFolder, 'samples.json'));
    const texts = [...samples.map(({ text }) => text), office.world.issue()];
    await exportDiagnostics(kiosk, drive, texts);
  });

  it('checks the terminal step by step', async () => {
    await staffPage(kiosk, 'selfTest');
    await button('开始自检').click();
    await kiosk.page.waitForSelector('[data-check="fuses"]', { timeout: 30_000 });
    const results = await kiosk.page
      .locator('[data-check]')
      .evaluateAll((lines) =>
        lines.map(
          (line) => `${line.getAttribute('data-check')} ${line.getAttribute('data-result')}`,
        ),
      );
    for (const line of ['trust ok', 'trust-age ok', 'repository ok', 'camera ok', 'config ok']) {
      expect(results).toContain(line);
    }
    // The demo PIN is everybody's, and the tests' package leaves the debugger on.
    for (const line of ['pin warn', 'fuses warn', 'audit ok']) expect(results).toContain(line);
    await expectAccessible(kiosk);
    await picture(PORTRAIT);
  });

  it('says what is stored, and wipes only what may go, after asking', async () => {
    await staffPage(kiosk, 'storage');
    await button('清除 本机设置').click();
    await button('确定清除').click();
    await kiosk.page.getByText('已清除').waitFor();
    await picture(PORTRAIT);
    const settings = readFileSync(join(kiosk.userDataFolder, 'settings.json'), 'utf8');
    expect(settings).not.toContain('outOfOrder');
    expect(await isOnScreen('[data-stored="records"] button')).toBe(0);
    await wipeAtOnePress(kiosk);
  });

  it.each([
    ['en', SMALL],
    ['zh', LANDSCAPE],
    ['en', PORTRAIT],
  ])('is accessible, in %s at %o', async (language, size) => {
    await kiosk.page.setViewportSize(size);
    await button(language === 'en' ? 'English' : '中文').click();
    for (const page of 'setup sync camera touch sound printer drive storage leave'.split(' ')) {
      await staffPage(kiosk, page);
      await expectAccessible(kiosk);
      await expectLargeTargets(kiosk);
      await picture(size);
    }
    await button(/^(?:返回|Back)$/).click();
    await expectAccessible(kiosk);
    await picture(size);
  });
});

describe('the way out', () => {
  it('is taken by itself a minute after the last touch', async () => {
    await kiosk.page.evaluate(`(() => {
      const steady = performance.now.bind(performance);
      performance.now = () => steady() + 61000;
    })()`);
    await kiosk.page.waitForSelector('[data-screen="scan"]', { timeout: 5_000 });
  });

  it('ends the program', async () => {
    await openMenu();
    await staffPage(kiosk, 'leave');
    const ended = once(kiosk.application.process(), 'exit');
    await kiosk.page.locator('[data-staff="confirm-leave"]').click();
    await ended;
  });
});
