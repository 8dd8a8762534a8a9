import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createServer } from '../../authority/portal/create-server.ts';
import { openPortal } from '../../authority/portal/open-portal.ts';
import { DEFAULT_SCHEME_FILE } from '../../authority/rating/load-scheme.ts';
import { runCommand } from '../../authority/run-command.ts';
import { startBrowser } from '../portal/browser.ts';
import { readScreenshot } from '../portal/read-screenshot.ts';
import { type KioskSession, openKiosk, SMALL_WINDOW } from './kiosk-session.ts';

/**
 * The whole way, each program as its user runs it: an office from an empty folder by the commands
 * of its README, `serve`, a company's browser, and the packaged kiosk before its camera.
 */

const HOUR_MS = 3_600_000;

let folder: string;
let server: ChildProcess;
let url: string;
let company: string;
let browser: Browser;
let kiosk: KioskSession;

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'portal-e2e-')), 'office');
  await makeOfficeAnHourAgo();
  authority('generate', folder, '--companies', '40', '--seed', '7');
  const files = ['--companies', join(folder, 'companies.csv'), '--records'];
  authority('import', folder, ...files, join(folder, 'records.csv'));
  authority('rate', folder);
  authority('issue', folder, '--grade', 'A');
  authority('publish', folder);
  company = await firstCertified();
  server = spawn(process.execPath, ['authority/cli.ts', 'serve', folder, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = server.stdout ? await once(server.stdout, 'data') : [];
  url = JSON.parse(String(line)).url;
  browser = await startBrowser();
  const root = join(folder, 'repository', 'metadata', '1.root.json');
  kiosk = await openKiosk(['--root', root, '--repository', url, SMALL_WINDOW]);
});
afterAll(async () => {
  await kiosk?.close();
  await browser?.close();
  if (server?.kill()) await once(server, 'exit');
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** `init`, an hour ago: a key signs nothing before it was made, and a test looks a minute back. */
async function makeOfficeAnHourAgo(): Promise<void> {
  vi.setSystemTime(Date.now() - HOUR_MS);
  const { complaint } = await runCommand([
    'init',
    folder,
    '--domain',
    'demo',
    '--suite',
    'Ed25519',
  ]);
  vi.useRealTimers();
  if (complaint !== '') throw new Error(complaint);
}

function authority(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['authority/cli.ts', ...args, '--json'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`authority ${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout);
}

async function firstCertified(): Promise<string> {
  const [, ...lines] = readFileSync(join(folder, 'companies.csv'), 'utf8').split('\n');
  for (const line of lines) {
    const code = line.split(',')[0] ?? '';
    if (authority('lookup', folder, code).certificate?.state === 'valid') return code;
  }
  throw new Error('nobody has a certificate');
}

/** Signs in with a code of the office, and reads the live code off the screen. */
async function liveCodeFrom(origin: string, picture: string): Promise<string> {
  const { accessCode } = authority('access-code', folder, company);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByLabel('统一社会信用代码').fill(company);
  await page.getByLabel('访问码').fill(accessCode);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: '出示动态二维码' }).click();
  await page.getByRole('img', { name: '动态二维码' }).waitFor();
  const { screenshotFolder } = inject('program');
  const [text = ''] = await readScreenshot(
    await page.screenshot({ path: join(screenshotFolder, `${picture}.png`) }),
  );
  await context.close();
  return text;
}

async function judgeBeforeCamera(text: string): Promise<string> {
  await kiosk.show(text);
  const code = await kiosk.verdict();
  await kiosk.page.getByRole('button', { name: '完成' }).click();
  await kiosk.waitForScanScreen();
  return code;
}

function endedSyncs(): number {
  const log = readFileSync(join(kiosk.userDataFolder, 'kiosk.log'), 'utf8');
  return log.split(/"event":"sync-(?:done|failed)"/).length - 1;
}

describe('an office, a company and a kiosk', () => {
  it('agree about a certificate, until it is withdrawn', async () => {
    const { certificate } = authority('lookup', folder, company);
    expect(authority('explain', folder, company).grade).toBe('A');
    await expect.poll(endedSyncs, { timeout: 30_000 }).toBeGreaterThan(0);
    expect(await judgeBeforeCamera(certificate.text)).toBe('green-channel');
  });

  it('agree about a live code within its minute, and that it is over after it', async () => {
    expect(await judgeBeforeCamera(await liveCodeFrom(url, 'portal-show'))).toBe('green-channel');

    // The page as it stood a minute ago: the same office, by a portal whose clock is behind.
    const options = { publicUrl: undefined, ssoHeader: undefined, schemeFile: DEFAULT_SCHEME_FILE };
    const portal = await openPortal(folder, { ...options, passphrase: () => '' });
    const late = await createServer({
      ...{ repositoryFolder: join(folder, 'repository'), portal, proxies: [], metricsFrom: [] },
      clock: () => Math.floor(Date.now() / 1_000) - 61,
    });
    const origin = await late.listen({ host: '127.0.0.1', port: 0 });
    const text = await liveCodeFrom(origin, 'portal-show-a-minute-ago');
    expect(await judgeBeforeCamera(text)).toBe('presentation-expired');
    await late.close();
    await portal.store.close();
  });

  it('agree that it is withdrawn, in both forms', async () => {
    const { certificate } = authority('lookup', folder, company);
    const reason = ['--reason', 'issued-in-error'];
    const live = await liveCodeFrom(url, 'portal-show-before-revoke');
    authority('revoke', folder, '--certificate', certificate.number, ...reason);
    authority('publish', folder);
    const before = endedSyncs();
    await kiosk.application.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
    await expect.poll(endedSyncs, { timeout: 30_000 }).toBeGreaterThan(before);
    expect(await judgeBeforeCamera(certificate.text)).toBe('revoked');
    // Within its minute still, or over: either way it opens nothing.
    expect(['revoked', 'presentation-expired']).toContain(await judgeBeforeCamera(live));
    const answer = await fetch(new URL('/show/code', url));
    expect(answer.status).toBe(401);
  });
});
