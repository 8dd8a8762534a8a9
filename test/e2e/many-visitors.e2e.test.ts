import { join } from 'node:path';
import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lengthOf, TONES } from '../../renderer/sound/signs.ts';
import { type KioskSession, openKiosk, readSamples, SMALL_WINDOW } from './kiosk-session.ts';
import { EMPTY, hearOut, heldUp, passTime, showView, stageView, takeTones } from './staged-view.ts';

/** What a day at the packaged kiosk leaves behind, how it passes, and what it sounds like. */

const { bundleFolder, demoFolder } = inject('program');
const samples = await readSamples(join(demoFolder, 'samples.json'));
const textOf = (id: string) => samples.find((sample) => sample.id === id)?.text ?? '';
let kiosk: KioskSession;
let session: CDPSession;

beforeAll(async () => {
  const switches = ['--trust', bundleFolder, '--verdict-seconds', '30'];
  kiosk = await openKiosk([...switches, SMALL_WINDOW], undefined, { framesPerSecond: 5 });
  await stageView(kiosk.page);
  session = await kiosk.page.context().newCDPSession(kiosk.page);
  await session.send('Performance.enable');
});
afterAll(() => kiosk.close());

const press = (action: string) =>
  kiosk.page.evaluate(`document.querySelector('[data-action="${action}"]').click()`);
const see = (selector: string) => kiosk.page.waitForSelector(selector, { timeout: 10_000 });

async function visitOf(id: string): Promise<void> {
  await hearOut(kiosk.page);
  await showView(kiosk.page, heldUp(textOf(id)));
  await see('[data-verdict-code]');
  await showView(kiosk.page, EMPTY);
}

/** What the page holds after a garbage collection. */
async function holdings(): Promise<Readonly<Record<string, number>>> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

describe('each answer', () => {
  it.each([
    ['green-channel', 'accept'],
    ['standard-service', 'other'],
    ['bad-signature', 'refuse'],
    ['unknown-key', 'fault'],
  ] as const)('%s is heard as %s, after the click of a code that was read', async (id, sign) => {
    await takeTones(kiosk.page);
    await visitOf(id);
    const heard = await takeTones(kiosk.page);
    const pitches = [...TONES.read, ...TONES[sign]].map(({ frequencyHz }) => frequencyHz);
    expect(heard.map(({ hz }) => Math.round(hz))).toEqual(pitches);
    const own = heard.slice(TONES.read.length);
    const lastsS = Math.max(...own.map(({ endS }) => endS)) - (own[0]?.startS ?? 0);
    expect(lastsS).toBeGreaterThanOrEqual(lengthOf(sign) - 0.01);
    expect(lastsS).toBeLessThanOrEqual(0.6);
    await press('done');
    await see('[data-screen="scan"]');
    await passTime(kiosk.page, 2);
  });
});

/** Presses buttons of the bottom row: no two visitors want the screen alike. */
async function makeComfortable(): Promise<void> {
  for (const action of ['switch-language', 'text', 'contrast', 'reach']) await press(action);
  await see('html[lang="en"][data-theme="high-contrast"][data-text="large"] [data-reach="low"]');
}

/**
 * The page at this moment, without the words it lays out ahead while nobody is there: after a change of
 * text size they come anew, "绿色通道" among them, and are the same for whoever was there.
 */
function pageWithoutRehearsal(): Promise<string> {
  return kiosk.page.evaluate<string>(`(() => {
    const page = document.documentElement.cloneNode(true);
    page.querySelector('.rehearsed-words')?.remove();
    return page.outerHTML;
  })()`);
}

/** The screen as everybody finds it, with nothing of whoever was there. */
async function expectNobody(): Promise<void> {
  await see('html[lang="zh-CN"][data-theme="light"][data-text="normal"] [data-screen="scan"]');
  await see('[data-reach="normal"]');
  // Not in any attribute either, nor where a page could keep something.
  const kept = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])';
  const everything = (await pageWithoutRehearsal()) + (await kiosk.page.evaluate<string>(kept));
  expect(everything).not.toMatch(/DEM0|有限公司|绿色通道|Green channel/);
}

const heardPitches = async () => (await takeTones(kiosk.page)).map(({ hz }) => Math.round(hz));
const WARNING = TONES.warning.map(({ frequencyHz }) => frequencyHz);
const WARNED = '.countdown[data-warned="true"]';
const NOT_WARNED = '.countdown[data-warned="false"]';

describe('time', () => {
  it('is warned of 20 seconds before an answer goes, by sight and sound, and more can be had ten times', async () => {
    await makeComfortable();
    await visitOf('green-channel');
    await passTime(kiosk.page, 5);
    await see(NOT_WARNED);
    await takeTones(kiosk.page);
    for (let extension = 1; extension <= 10; extension++) {
      await hearOut(kiosk.page);
      await passTime(kiosk.page, 6);
      expect(await heardPitches(), `warning before extension ${extension}`).toEqual(WARNING);
      await see(WARNED);
      const words = await kiosk.page.locator('.countdown').innerText();
      const seconds = Number(/\d+/.exec(words)?.[0]);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(20);
      await press('more-time');
      await see(NOT_WARNED);
      await passTime(kiosk.page, 5);
      await see('[data-verdict-code="green-channel"]');
    }
    expect(await kiosk.page.locator('[data-screen]').innerText()).toContain('有限公司');
  });

  it('ends at once when the visitor is done', async () => {
    await press('done');
    await expectNobody();
    await passTime(kiosk.page, 2);
  });

  it('takes everything of a visitor along who only walks away', async () => {
    await makeComfortable();
    await visitOf('green-channel');
    await passTime(kiosk.page, 22);
    await see('[data-verdict-code="green-channel"]');
    await passTime(kiosk.page, 10);
    await expectNobody();
  });

  it('brings an opened page and a changed screen back a minute after the last touch', async () => {
    await press('levels');
    await makeComfortable();
    await takeTones(kiosk.page);
    await passTime(kiosk.page, 35);
    expect(await kiosk.page.locator('.countdown').count()).toBe(0);
    await passTime(kiosk.page, 7);
    await see(WARNED);
    expect(await heardPitches()).toEqual(WARNING);
    await passTime(kiosk.page, 10);
    await see('[data-screen="levels"]');
    await passTime(kiosk.page, 10);
    await expectNobody();
  });
});

describe('the voice', () => {
  it('speaks each screen once it is asked to, and is silent for the next visitor', async () => {
    expect(await kiosk.page.locator('[data-action="voice"]').count()).toBe(0);
    await kiosk.page.evaluate(
      'stage.setVoices([{ lang: "zh-CN", localService: true }, { lang: "en-US", localService: true }])',
    );
    await see('[data-action="voice"]');
    await press('voice');
    await visitOf('green-channel');
    const spoken =
      await kiosk.page.evaluate<readonly { text?: string }[]>('stage.spoken.splice(0)');
    expect(spoken.at(-1)?.text?.replaceAll('\u200B', '')).toContain('可走绿色通道');
    await press('done');
    await see('[data-screen="scan"]');
    await passTime(kiosk.page, 2);
    await kiosk.page.evaluate('stage.spoken.splice(0)');
    await visitOf('expired');
    expect(await kiosk.page.evaluate('stage.spoken')).toEqual([]);
    await press('done');
    await kiosk.page.evaluate('stage.setVoices([])');
    await passTime(kiosk.page, 2);
  });
});

describe('two hundred visitors in a row', () => {
  it('leave nothing in the page, and it does not grow', async () => {
    const texts = ['green-channel', 'standard-service', 'expired', 'bad-signature'].map(textOf);
    const visits = (count: number) =>
      kiosk.page.evaluate(`stage.visit(${JSON.stringify(texts)}, ${count})`);
    await visits(50);
    const before = await holdings();
    await visits(200);
    // What the last visitor held may be let go a moment later; what stayed of each of them stays.
    const grown = async () => {
      const after = await holdings();
      const growth = (name: string) => (after[name] ?? Number.NaN) - (before[name] ?? Number.NaN);
      return {
        nodes: growth('Nodes') < 50,
        listeners: growth('JSEventListeners') < 20,
        // A visitor who stayed in memory would be some kilobytes each.
        heap: growth('JSHeapUsedSize') < 2_000_000,
      };
    };
    const notGrown = { nodes: true, listeners: true, heap: true };
    await expect.poll(grown, { timeout: 10_000, interval: 500 }).toEqual(notGrown);
    expect(await kiosk.page.content()).not.toMatch(/DEM0|有限公司/);
  }, 180_000);
});
