import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectedVerdict } from '../../build/judge-samples.ts';
import { type KioskSession, openKiosk, readSamples } from './kiosk-session.ts';

/** Somebody holds one code after the other before the packaged kiosk. */

const { bundleFolder, demoFolder } = inject('program');
const samples = await readSamples(join(demoFolder, 'samples.json'));
let kiosk: KioskSession;

// Its modules hold a false finder pattern.
const UNREADABLE_FOR_THE_FIRST_ENGINE =
  'PCC1:RRQT 9 60GO0F22PQL VM2FC8CKMUJ/70AL6746-96-D0GA7AL6746-96HS85Y9646A469B7FN05DDP/BWY0J2DQK5R-0STP0UQZI16JV$2JHF493EYPK+C3BEWCQD3WENWEFQEXVD QE NKPEDA8FV:1 PC*KE14E3WENWECPEAL6746-964W5/E7360ZAEG80*T4$ENL7T8BNX7J-0TJ2HDEKD-S*UHF1JW0T8BNNZJ-NTDEIK+G.0T BNCDCSH0-*927B-0927D/H9 BL*2NGRVIR51P6-CS097B FNL0DCEOUQEV1:W7P+S8 S3PJ3LP6%G00PLRJK2EB2PCJU6FUPEHCQO* T37VB-P';

beforeAll(async () => {
  kiosk = await openKiosk(['--trust', bundleFolder, '--verdict-seconds', '10']);
});
afterAll(() => kiosk.close());

/** Goes on as a visitor in a hurry does, who does not wait until the answer leaves by itself. */
async function dismissAnswer(): Promise<void> {
  await kiosk.show(undefined);
  await kiosk.page.evaluate(`document.querySelector('[data-action="done"]')?.click()`);
  await kiosk.waitForScanScreen();
}

describe('the kiosk answers', () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))('%s', async (id, sample) => {
    await dismissAnswer();
    await kiosk.show(sample.text);
    expect(await kiosk.verdict()).toBe(expectedVerdict(sample));
    await kiosk.screenshot(`verdict-${id}`);
    const words = await kiosk.page.locator('[data-screen]').innerText();
    expect(words).not.toMatch(/失信|黑名单|拒绝|伪造/);
    // Whoever is not served at once is told that nothing else changes.
    const isServed = ['green-channel', 'not-a-certificate'].includes(sample.expected);
    if (!isServed) expect(words).toContain('业务照常办理');
  });
});

describe('a good certificate', () => {
  it('shows the company, its grade with a meaning, and what is open at which window', async () => {
    await dismissAnswer();
    await kiosk.showSample('green-channel');
    await kiosk.verdict();
    const words = await kiosk.page.locator('[data-screen="verdict"]').innerText();
    for (const expected of [
      '可走绿色通道',
      '上海云杉样例精密机械有限公司',
      'A+',
      '标杆',
      '近五年',
      '企业登记注册',
      '3 号窗口',
      '样例',
    ]) {
      expect(words).toContain(expected);
    }
  });
});

describe('a code that the first engine takes apart wrongly, however clean it is', () => {
  it('is read by the second', async () => {
    await dismissAnswer();
    await kiosk.show(UNREADABLE_FOR_THE_FIRST_ENGINE);
    // Its keys no longer exist, so all that matters is that it was read.
    expect(await kiosk.verdict()).toBe('unknown-key');
  });
});

describe('a certificate whose signature does not hold', () => {
  it('shows nothing of what it claims', async () => {
    await dismissAnswer();
    await kiosk.showSample('bad-signature');
    await kiosk.verdict();
    const html = await kiosk.page.content();
    expect(html).not.toContain('镜像样例');
    expect(html).not.toContain('DEM0');
  });
});
