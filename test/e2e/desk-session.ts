import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { inject } from 'vitest';
import type { Sample } from '../../authority/demo/sample.ts';
import { drawLogo } from '../logo/draw-logo.ts';
import { type KioskSession, openKiosk, readSamples } from './kiosk-session.ts';

/** The packaged program as a clerk's desk. */
export interface DeskSession extends KioskSession {
  /** Texts of the demo world by their names. */
  readonly text: (id: string) => string;
  /** Presses keys one after the other, as a person does. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Waits until something is there. */
  readonly see: (selector: string) => Promise<string>;
  /** Waits until what is there holds these words. */
  readonly read: (selector: string, words: string) => Promise<void>;
  /** The system's dialogs answer with this file from now on: they are what no test can click. */
  readonly answerDialogs: (filePath: string) => Promise<void>;
  /** A folder of its own for what is saved. */
  readonly folder: string;
}

/** Name of the desk in the tests. */
export const DESK_NAME = '3 号台';
const HALL_NAME = '嘉定区行政服务中心';

/** Starts a desk in a window of 1280 × 800. @param site settings besides the names */
export async function openDesk(site: object = {}): Promise<DeskSession> {
  const { bundleFolder, demoFolder } = inject('program');
  const folder = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
  const siteFile = join(folder, 'site.json');
  const names = { hallName: HALL_NAME, hallLogo: 'logo.png', terminalName: DESK_NAME };
  writeFileSync(join(folder, 'logo.png'), drawLogo().toBuffer('image/png'));
  writeFileSync(siteFile, JSON.stringify({ ...names, ...site }));
  const session = await openKiosk(
    ['--mode', 'desk', '--windowed=1280x800', '--trust', bundleFolder, '--site', siteFile],
    '.desk[data-page="check"]',
  );
  const samples: readonly Sample[] = await readSamples(join(demoFolder, 'samples.json'));
  const { page, application } = session;
  return {
    ...session,
    folder,
    text: (id) => {
      const sample = samples.find((candidate) => candidate.id === id);
      if (sample === undefined) throw new Error(`there is no sample ${id}`);
      return sample.text;
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async see(selector) {
      const element = await page.waitForSelector(selector, { timeout: 15_000 });
      return (await element.textContent()) ?? '';
    },
    async read(selector, words) {
      // A page of the program lets no script be made of words, as Playwright's own waiting would.
      await page.locator(selector, { hasText: words }).first().waitFor({ timeout: 15_000 });
    },
    async answerDialogs(filePath) {
      await application.evaluate(({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      }, filePath);
    },
  };
}

/** Puts a text where a person would have pasted it from. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(
    `(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(text)});
      const field = document.activeElement;
      const isTaken = !field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
      if (!isTaken) document.execCommand('insertText', false, clipboardData.getData('text/plain'));
    })()`,
  );
}
