import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEST_CODE } from '../../renderer/clerk/scanner/test-code.ts';
import { FRENCH_KEYBOARD, GERMAN_KEYBOARD } from '../renderer/keyboards.ts';
import { type DeskSession, openDesk } from './desk-session.ts';
import { plugInScanner, type Scanner } from './wedge-keys.ts';

/** A hand scanner that types, as real key events into the packaged program. */

let desk: DeskSession;
let session: CDPSession;
let scanner: Scanner;

beforeAll(async () => {
  desk = await openDesk({
    wedge: { isOn: true, prefix: '~', suffix: '#', onlyFramed: false, gapMs: 100, silenceMs: 150 },
  });
  session = await desk.page.context().newCDPSession(desk.page);
  scanner = plugInScanner(session);
});
afterAll(() => desk.close());

beforeEach(async () => {
  await desk.press('F2', 'Escape');
  await desk.see('.desk-empty');
  await desk.page.evaluate('document.activeElement.blur()');
});

const entryText = () => desk.page.inputValue('.desk-entry input');
const repaired = () =>
  desk.page.$$eval('[data-repaired]', (notes) =>
    notes.map((note) => note.getAttribute('data-repaired')),
  );

describe('a scanner that types into the desk', () => {
  it.each([1, 3, 10])('is heard at %i ms a key, ended by Enter', async (pauseMs) => {
    await scanner.type(desk.text('green-channel'), { pauseMs, end: 'Enter' });
    await desk.see('[data-verdict-code="green-channel"]');
    expect(await repaired()).toEqual([]);
    expect(await desk.see('.desk-verdict-when')).toContain('扫码枪');
  });

  it('is heard without any end, and with prefix, suffix and Tab', async () => {
    await scanner.type(desk.text('expired'), { pauseMs: 1 });
    await desk.see('[data-verdict-code="expired"]');
    await scanner.type(`~${desk.text('green-channel')}#`, { pauseMs: 2, end: 'Tab' });
    await desk.see('[data-verdict-code="green-channel"]');
  });

  it.each([
    ['batch', 'F3'],
    ['history', 'F4'],
    ['policy', 'F6'],
    ['keys', 'F1'],
  ])('brings the clerk from the page of %s to the answer', async (page, key) => {
    await desk.press(key);
    await desk.see(`.desk[data-page="${page}"]`);
    await scanner.type(desk.text('standard-service'), { pauseMs: 2, end: 'Enter' });
    await desk.see('.desk[data-page="check"] [data-verdict-code="standard-service"]');
  });

  it('leaves a field with the cursor as it was, and what a person types alone', async () => {
    await desk.press('F2');
    await desk.page.keyboard.type('9131 0114', { delay: 60 });
    await desk.page.waitForTimeout(200);
    await scanner.type(desk.text('green-channel'), { pauseMs: 4, end: 'Enter' });
    await desk.see('[data-verdict-code="green-channel"]');
    expect(await entryText()).toBe('9131 0114');
    await desk.page.fill('.desk-entry input', '');
  });

  it.each([
    ['Caps Lock', { capsLock: true }, 'caps-lock'],
    ['a German keyboard', { keyboard: GERMAN_KEYBOARD }, 'layout'],
    ['a French keyboard', { keyboard: FRENCH_KEYBOARD }, 'layout'],
    ['an input method that takes the keys', { inputMethod: 'takes-keys' }, 'input-method'],
  ] as const)('is put right behind %s, and the clerk is told', async (_name, computer, repair) => {
    await scanner.type(desk.text('green-channel'), { pauseMs: 2, end: 'Enter', computer });
    await desk.see('[data-verdict-code="green-channel"]');
    expect(await repaired()).toEqual([repair]);
  });

  it('is put right while an input method composes in the field', async () => {
    await desk.press('F2');
    const text = desk.text('green-channel');
    await scanner.type(text, {
      ...{ pauseMs: 0, end: 'Enter', computer: { inputMethod: 'takes-keys' } },
      // What a pinyin input method shows until a person chooses.
      meanwhile: (index) => {
        const composed = text.slice(0, index + 1).toLowerCase();
        const selection = { selectionStart: composed.length, selectionEnd: composed.length };
        const composition = { text: composed, ...selection };
        return index < 12 ? session.send('Input.imeSetComposition', composition) : undefined;
      },
    });
    await desk.see('[data-verdict-code="green-channel"]');
    expect(await repaired()).toEqual(['input-method']);
    expect(await entryText()).toBe('');
  });

  it('is named when nothing can put it right', async () => {
    const strange = { type: 'keyDown', code: 'IntlRo', key: 'ж', text: 'ж' } as const;
    const sendStrange = () => session.send('Input.dispatchKeyEvent', strange);
    await scanner.type('PCC1', {
      ...{ pauseMs: 2, end: 'Enter' },
      meanwhile: (index) =>
        index === 3 ? Promise.all(Array.from({ length: 40 }, sendStrange)) : undefined,
    });
    await desk.see('[data-verdict-code="wedge-problem"]');
    expect(await desk.see('.desk-verdict')).toContain('键盘布局不一致');
  });

  it('compares a licence with the certificate that is shown', async () => {
    await scanner.type(desk.text('green-channel'), { pauseMs: 2, end: 'Enter' });
    await desk.see('[data-verdict-code="green-channel"]');
    await scanner.type('91310110666007217T', { pauseMs: 3, end: 'Enter' });
    await desk.see('[data-comparison="mismatch"]');
  });

  it('neither unlocks nor shows anything behind the lock', async () => {
    await desk.press('Control+L');
    await desk.see('.desk-lock');
    await scanner.type(desk.text('green-channel'), { pauseMs: 2, end: 'Enter' });
    await desk.page.waitForTimeout(300);
    expect(await desk.page.inputValue('.desk-lock input')).toBe('3 号台');
    await desk.press('Enter');
    await desk.see('.desk-empty');
  });
});

describe('the page that tests a scanner', () => {
  const findings = () =>
    desk.page.$$eval('[data-finding]', (lines) =>
      lines.map((line) => line.getAttribute('data-finding')),
    );

  it('says what came, how fast and how it ended, and that the settings’ frame was there', async () => {
    await desk.press('F10');
    await desk.see('.desk-scanner .desk-qr');
    await scanner.type(`~${TEST_CODE}#`, { pauseMs: 3, end: 'Enter' });
    await desk.see('[data-scanner-level="fine"]');
    expect(await findings()).toEqual(['whole']);
    const words = await desk.see('.desk-scanner-report');
    expect(words).toContain(`字符数${TEST_CODE.length + 2}`);
    expect(words).toContain('回车（Enter）');
    expect(words).toContain('~PCC0:0123');
    // What was typed into the field is gone, and nothing was judged.
    expect(await desk.page.inputValue('.desk-scanner input')).toBe('');
    expect(await desk.page.$$('.desk-scan')).toEqual([]);
  });

  it('says of another keyboard and of Caps Lock what to set', async () => {
    await desk.press('F10');
    await scanner.type(TEST_CODE, {
      pauseMs: 2,
      end: 'Tab',
      computer: { keyboard: GERMAN_KEYBOARD },
    });
    await desk.read('.desk-scanner-report', '建议把扫码枪和电脑都设为美式键盘');
    expect(await findings()).toEqual(['whole', 'repaired']);
    await desk.press('F2');
    await scanner.type(desk.text('green-channel'), { pauseMs: 2, end: 'Enter' });
    await desk.see('[data-verdict-code="green-channel"]');
  });
});
