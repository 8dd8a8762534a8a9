import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CDPSession } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LaunchedKiosk, launchKiosk } from '../../build/launch-kiosk.ts';
import { READER_MEMORY_MEGABYTES } from '../../electron/intake/reader-process.ts';
import { writePdf } from '../command-line/pdf-file.ts';
import { drawPicture } from '../command-line/picture-file.ts';
import { type HostileFile, makeHostileFiles } from '../intake/hostile-files.ts';
import { writeOfd } from '../intake/ofd-file.ts';
import { readSamples } from './kiosk-session.ts';

/** Certificates that come as files to the packaged desk: dropped, pasted, opened; and files made to hurt. */

const { executable, bundleFolder, demoFolder, display } = inject('program');
let folder: string;
let desk: LaunchedKiosk;
let devtools: CDPSession;
const certificates = new Map<string, string>();
const textOf = (sample: string): string => certificates.get(sample) ?? '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'files-e2e-'));
  for (const { id, text } of await readSamples(join(demoFolder, 'samples.json'))) {
    certificates.set(id, text);
  }
  const args = ['--mode', 'desk', '--windowed=1280x900', '--trust', bundleFolder];
  const env = display === undefined ? {} : { DISPLAY: display };
  desk = await launchKiosk({ executable, args, userDataDir: join(folder, 'user-data'), env });
  await desk.page.waitForSelector('.desk-entry');
  devtools = await desk.page.context().newCDPSession(desk.page);
});
afterAll(async () => {
  await desk.application.close();
  rmSync(folder, { recursive: true, force: true });
});

function save(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Lets go of files over the window, as the window system would report it. */
async function drop(...files: readonly string[]): Promise<void> {
  await next();
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 640, y: 500, data });
  }
}

async function next(): Promise<void> {
  await desk.page.keyboard.press('Escape');
  await desk.page.waitForSelector('.desk-verdict', { state: 'detached' });
}

/** The code of the verdict that is shown, or why the file was refused. */
async function shown(): Promise<string> {
  const head = await desk.page.waitForSelector('.desk-verdict', { timeout: 60_000 });
  const code = await head.getAttribute('data-verdict-code');
  return `${code === 'file-refused' ? await head.getAttribute('data-file-refusal') : code}`;
}

async function dropped(...files: readonly string[]): Promise<string> {
  await drop(...files);
  return shown();
}

/** Puts something on the clipboard of the system, by the API that the running Electron has. */
async function copy(type: 'image/png' | 'text/uri-list', bytes: Buffer): Promise<void> {
  const copied = { type, base64: bytes.toString('base64') };
  await desk.application.evaluate(async (electron, { type, base64 }) => {
    const { clipboard, ClipboardItem, nativeImage } = electron;
    const bytes = Buffer.from(base64, 'base64');
    // Of Electron 25, no longer in the types of the current one.
    const older: typeof clipboard & {
      readonly writeImage?: (image: Electron.NativeImage) => void;
      readonly writeBuffer?: (format: string, bytes: Buffer) => void;
    } = clipboard;
    clipboard.clear();
    if (older.writeImage !== undefined && older.writeBuffer !== undefined) {
      if (type === 'image/png') older.writeImage(nativeImage.createFromBuffer(bytes));
      else older.writeBuffer(type, bytes);
      return;
    }
    const raw = `electron application/osclipboard;format="${type}"`;
    const blob = new Blob([bytes], { type });
    await clipboard.write([new ClipboardItem({ [type === 'image/png' ? type : raw]: blob })]);
  }, copied);
}

const HEIC_WORDS = '本机读不了 HEIC 照片（苹果手机）';

describe('a file at the desk', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'is judged when a %s picture is dropped',
    async (kind) => {
      const picture = await drawPicture([textOf('green-channel')], `image/${kind}`);
      expect(await dropped(save(`picture.${kind}`, picture))).toBe('green-channel');
    },
  );

  it('is judged page by page, turned or not, when it is a PDF, and says what could not be read', async () => {
    const pages = ['green-channel', 'revoked', 'bad-signature'].map((sample, index) => ({
      codes: [textOf(sample)],
      rotate: 90 * index,
    }));
    await dropped(save('pages.pdf', writePdf(pages)));
    await desk.page.waitForFunction(`document.querySelectorAll('.desk-row').length === 6`);
    expect(await shown()).toBe('bad-signature');
    const picture = await drawPicture([textOf('revoked')], 'image/png');
    const ofd = writeOfd([{ pictures: [picture.subarray(0, 60)] }, { pictures: [picture] }]);
    expect(await dropped(save('half.ofd', ofd))).toBe('revoked');
    await desk.page.waitForSelector('[data-file-notice="parts-damaged"]');
  });

  it('is judged when it is pasted as a picture or as a file', async () => {
    const picture = await drawPicture([textOf('green-channel')], 'image/png');
    const file = save('pasted.png', picture);
    await next();
    await copy('image/png', picture);
    await desk.page.keyboard.press('Control+V');
    expect(await shown()).toBe('green-channel');
    await next();
    await copy('text/uri-list', Buffer.from(`${pathToFileURL(file).href}\r\n`));
    await desk.page.keyboard.press('Control+V');
    expect(await shown()).toBe('green-channel');
  });

  it('is judged when it is opened in the dialog of the system', async () => {
    const file = save('opened.pdf', writePdf([{ codes: [textOf('revoked')] }]));
    await next();
    await desk.application.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, file);
    await desk.page.keyboard.press('Control+O');
    expect(await shown()).toBe('revoked');
  });

  it('goes to the batch with all others when a folder is dropped', async () => {
    const round = join(folder, 'round');
    mkdirSync(join(round, 'inner'), { recursive: true });
    const picture = await drawPicture([textOf('green-channel')], 'image/png');
    writeFileSync(join(round, 'a.png'), picture);
    writeFileSync(join(round, 'inner', 'b.heic'), '\0\0\0\x18ftypheic\0\0\0\0mif1heic');
    await drop(round);
    const cells = desk.page.locator('.desk-virtual-row .desk-cell-text');
    await cells.filter({ hasText: HEIC_WORDS }).waitFor();
    expect(await cells.allInnerTexts()).toEqual(
      expect.arrayContaining(['round/a.png', 'round/inner/b.heic', HEIC_WORDS]),
    );
    await desk.page.keyboard.press('F2');
    await desk.page.waitForSelector('.desk-entry');
  });
});

/** The page that reads files: its process, and the megabytes it holds. */
function readerProcess(): Promise<{ readonly pid: number; readonly megabytes: number }> {
  return desk.application.evaluate(({ app, webContents }) => {
    const all = webContents.getAllWebContents();
    const reader = all.find((contents) => contents.getURL().startsWith('app://reader'));
    const pid = reader?.getOSProcessId() ?? 0;
    const metric = app.getAppMetrics().find((process) => process.pid === pid);
    return { pid, megabytes: (metric?.memory.workingSetSize ?? 0) / 1_024 };
  });
}

/** One of each kind of harm; all of them are shown to the same reader elsewhere. */
const HARMS = [
  'a picture of 100 megapixels',
  'a picture of 49 megapixels of nothing',
  'a JPEG of ten thousand scans',
  'a PDF of ten thousand pages',
  'a PDF that draws for ever',
  'an OFD with 40 megabytes of zeros',
  'a picture that is HEIC inside',
];

describe('a file made to hurt', () => {
  let hostile: readonly HostileFile[];
  beforeAll(async () => {
    hostile = (await makeHostileFiles()).filter(({ name }) => HARMS.includes(name));
  });

  it('is refused with words, and the reader stays within its memory', async () => {
    let peak = 0;
    const watch = setInterval(async () => {
      peak = Math.max(peak, (await readerProcess()).megabytes);
    }, 50);
    const unfair: unknown[] = [];
    for (const { name, bytes, answers } of hostile) {
      const file = save('hostile', bytes);
      const answer = await dropped(file);
      if (!answers.some((fair) => fair === answer)) unfair.push([name, answer]);
      const [head = '', step = ''] = await desk.page
        .locator('.desk-verdict-words > *')
        .allInnerTexts();
      if (!/[\u4e00-\u9fff]/.test(head) || !/[\u4e00-\u9fff]/.test(step)) unfair.push([name, head]);
    }
    clearInterval(watch);
    expect(hostile).toHaveLength(HARMS.length);
    expect(unfair).toEqual([]);
    expect(peak).toBeGreaterThan(50);
    expect(peak).toBeLessThan(READER_MEMORY_MEGABYTES * 1.1);
  });

  it('holds up no scan, and a reader that is killed over it is replaced', async () => {
    const endless = hostile.find(({ name }) => name === 'a PDF that draws for ever');
    if (endless === undefined) throw new Error('there is no such file any more');
    await drop(save('endless.pdf', endless.bytes));
    const scan = JSON.stringify({ text: textOf('revoked'), source: 'typed' });
    const reply = await desk.page.evaluate<unknown>(`window.kiosk.checkScan(${scan})`);
    expect(reply).toMatchObject({ ok: true, value: { code: 'revoked' } });
    // Its file is still being read: no answer is shown.
    expect(await desk.page.locator('.desk-verdict').count()).toBe(0);
    const { pid } = await readerProcess();
    process.kill(pid, 'SIGKILL');
    expect(await shown()).toBe('reader-failed');
    const picture = await drawPicture([textOf('green-channel')], 'image/png');
    expect(await dropped(save('after.png', picture))).toBe('green-channel');
    expect((await readerProcess()).pid).not.toBe(pid);
  });
});
