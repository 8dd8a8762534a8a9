import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDeskMemory } from '../../electron/desk/desk-memory.ts';
import { inInches, slipPage } from '../../electron/desk/slip-size.ts';
import { fitBounds } from '../../electron/desk/window-bounds.ts';
import { isClerkKeyAllowed } from '../../electron/security/keyboard-allow-list.ts';
import type { DeskChoices } from '../../shared/ipc/desk-verbs.ts';
import { recordingLog } from './recording-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SCREEN = { x: 0, y: 0, width: 1_920, height: 1_080 };
const SECOND = { x: 1_920, y: 0, width: 1_280, height: 1_024 };
const BOUNDS = { x: 2_000, y: 50, width: 1_100, height: 700 };

describe('the place of a desk window', () => {
  it('is where it was left, on whichever display that is', () => {
    expect(fitBounds(BOUNDS, [SCREEN, SECOND])).toEqual(BOUNDS);
  });

  it.each([
    ['on a display that is gone', [SCREEN]],
    ['above every display', [{ ...SECOND, y: 500 }]],
  ])('is not taken up again %s', (_where, displays) => {
    expect(fitBounds(BOUNDS, displays)).toBeUndefined();
  });

  it('is never smaller than the desk nor larger than its display', () => {
    const fit = fitBounds({ x: 0, y: 0, width: 5_000, height: 10 }, [SCREEN]);
    expect(fit).toMatchObject({ width: 1_920, height: 640 });
  });
});

describe('the memory of a desk', () => {
  const choices: DeskChoices = {
    theme: 'dark',
    density: 'compact',
    language: 'en',
    paper: '58mm',
    isMuted: true,
  };

  it('is kept across starts', async () => {
    const file = join(folder, 'kept.json');
    const memory = openDeskMemory(file, recordingLog());
    await memory.keepChoices(choices);
    await memory.keepWindow(BOUNDS, true);
    const again = openDeskMemory(file, recordingLog());
    expect(again).toMatchObject({ choices, bounds: BOUNDS, isMaximized: true });
  });

  it('is empty, and says so in the log, when its file is damaged', () => {
    const file = join(folder, 'damaged.json');
    writeFileSync(file, '{"bounds":');
    const log = recordingLog();
    expect(openDeskMemory(file, log)).toMatchObject({ choices: null, bounds: null });
    expect(JSON.stringify(log.lines)).toContain('desk-memory-damaged');
  });
});

describe('the page of a slip', () => {
  it.each([
    ['58mm', { width: 58_000, height: 93_000 }],
    ['80mm', { width: 80_000, height: 93_000 }],
    ['a4', { width: 210_000, height: 297_000 }],
  ] as const)('of %s is given in micrometres', (paper, page) => {
    expect(slipPage({ paper, lengthMillimetres: 93 })).toEqual(page);
  });

  it('is given in inches where a file is written', () => {
    expect(inInches({ width: 25_400, height: 50_800 })).toEqual({ width: 1, height: 2 });
  });
});

describe('the keyboard of a clerk', () => {
  const press = { key: 'a', control: false, alt: false, meta: false };

  it.each(['a', 'Z', '7', ':', '?', 'Backspace', 'F2', 'F9', 'Escape'])('has %s', (key) => {
    expect(isClerkKeyAllowed({ ...press, key })).toBe(true);
  });

  it.each(['c', 'V', 'l', 'o'])('has Ctrl with %s', (key) => {
    expect(isClerkKeyAllowed({ ...press, key, control: true })).toBe(true);
  });

  it.each([
    ['Ctrl+R', { key: 'r', control: true }],
    ['Ctrl+Shift+I', { key: 'I', control: true }],
    ['Ctrl+W', { key: 'w', control: true }],
    ['Ctrl+P', { key: 'p', control: true }],
    ['Ctrl++', { key: '+', control: true }],
    ['Alt+Left', { key: 'ArrowLeft', alt: true }],
  ])('has no %s', (_name, difference) => {
    expect(isClerkKeyAllowed({ ...press, ...difference })).toBe(false);
  });
});
