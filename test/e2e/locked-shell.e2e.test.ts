import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { kioskArguments, ownEnvironment } from '../../build/launch-kiosk.ts';
import { ipcContract } from '../../shared/ipc/contract.ts';
import { type KioskSession, openKiosk } from './kiosk-session.ts';

/** What a page of the kiosk can do beyond its contract: nothing. */

const { executable, bundleFolder, display } = inject('program');
let kiosk: KioskSession;
const requests: string[] = [];

beforeAll(async () => {
  kiosk = await openKiosk(['--trust', bundleFolder]);
  kiosk.page.on('request', (request) => requests.push(request.url()));
});
afterAll(() => kiosk.close());

describe('the page', () => {
  it('runs sandboxed, isolated and without Node', async () => {
    const preferences = await kiosk.application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    const hasDevTools = await kiosk.application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.openDevTools();
      return window?.webContents.isDevToolsOpened();
    });
    expect(hasDevTools).toBe(false);
    expect(await kiosk.page.evaluate('typeof require + typeof process + typeof module')).toBe(
      'undefinedundefinedundefined',
    );
  });

  it('has exactly the verbs of the contract, and cannot change them', async () => {
    expect(await kiosk.page.evaluate('Object.keys(window.kiosk).sort()')).toEqual(
      Object.keys(ipcContract).sort(),
    );
    expect(await kiosk.page.evaluate('Object.isFrozen(window.kiosk)')).toBe(true);
  });

  it('gets an answer, not an exception, to a request that makes no sense', async () => {
    const ask = (request: string) =>
      kiosk.page.evaluate(
        `window.kiosk.checkScan(${request}).catch((error) => ({ thrown: String(error) }))`,
      );
    for (const request of [
      'undefined',
      '{}',
      '{ text: 5, source: "camera" }',
      '{ text: "x", source: "camera", more: 1 }',
      '{ text: "x".repeat(9000), source: "camera" }',
    ]) {
      expect(await ask(request)).toEqual({ ok: false, code: 'bad-request' });
    }
  });

  it.each([
    [
      'running text as code',
      `new Promise((resolve) => { try { setTimeout('window.ranText = 1'); } catch { } setTimeout(() => resolve(window.ranText ? 'ran' : 'blocked'), 200); })`,
    ],
    [
      'a script in the page',
      `new Promise((resolve) => { try { const s = document.createElement('script'); s.append('window.injected = 1'); document.body.append(s); } catch { } setTimeout(() => resolve(window.injected ? 'ran' : 'blocked'), 200); })`,
    ],
    ['asking a server', `fetch('https://example.org').then(() => 'ran', () => 'blocked')`],
    [
      'a picture from elsewhere',
      `new Promise((resolve) => { const i = new Image(); i.onload = () => resolve('ran'); i.onerror = () => resolve('blocked'); i.src = 'https://example.org/a.png'; })`,
    ],
    ['a file of the machine', `fetch('file:///etc/hostname').then(() => 'ran', () => 'blocked')`],
    [
      'a way up from its folder',
      `fetch('app://kiosk/%2e%2e/main/main.cjs').then((r) => r.ok ? 'ran' : 'blocked', () => 'blocked')`,
    ],
    ['a new window', `Promise.resolve(window.open('https://example.org') ? 'ran' : 'blocked')`],
    [
      'a frame',
      `new Promise((resolve) => { document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective === 'frame-src' ? 'blocked' : event.effectiveDirective), { once: true }); const f = document.createElement('iframe'); f.src = 'https://example.org'; document.body.append(f); setTimeout(() => { f.remove(); resolve('ran'); }, 1000); })`,
    ],
    [
      'where it stands',
      `new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('ran'), () => resolve('blocked'), { timeout: 2000 }))`,
    ],
    ['the clipboard', `navigator.clipboard.readText().then(() => 'ran', () => 'blocked')`],
    [
      'the microphone',
      `navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'ran', () => 'blocked')`,
    ],
    [
      'notifications',
      `Notification.requestPermission().then((answer) => answer === 'granted' ? 'ran' : 'blocked')`,
    ],
  ])('is refused %s', async (_what, script) => {
    expect(await kiosk.page.evaluate(script)).toBe('blocked');
  });

  it.each([
    ['by address', `location.href = 'https://example.org'`],
    ['to a file', `location.href = 'file:///etc/hostname'`],
    [
      'by a link',
      `(() => { const a = document.createElement('a'); a.href = 'https://example.org'; document.body.append(a); a.click(); a.remove(); })()`,
    ],
    [
      'by a form',
      `(() => { const f = document.createElement('form'); f.action = 'https://example.org'; document.body.append(f); f.submit(); f.remove(); })()`,
    ],
  ])('stays where it is when led away %s', async (_what, script) => {
    await kiosk.page.evaluate(script);
    await kiosk.page.waitForTimeout(300);
    expect(kiosk.page.url()).toMatch(/^app:\/\/kiosk\//);
    expect(kiosk.application.windows()).toHaveLength(1);
  });

  it('has asked nobody but its own program for anything', async () => {
    await kiosk.page.reload();
    await kiosk.page.waitForSelector('[data-screen="scan"]');
    const answered = requests.filter(
      (url) => !url.startsWith('app://kiosk/') && !/^(data|blob):/.test(url),
    );
    // The attempts of the tests above are the only others, and each of them was blocked.
    expect(answered.every((url) => /example\.org|etc\/hostname/.test(url))).toBe(true);
  });
});

describe('the program', () => {
  it('runs once: a second start brings the first to the front and ends', async () => {
    const args = kioskArguments({ executable, userDataDir: kiosk.userDataFolder });
    const environment = ownEnvironment(display === undefined ? {} : { DISPLAY: display });
    const second = spawn(executable, args, { env: environment, stdio: 'ignore' });
    const [exitCode] = await once(second, 'exit');
    expect(exitCode).toBe(0);
    expect(await kiosk.page.locator('[data-screen]').count()).toBe(1);
  });
});
