import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openOffice } from '../../authority/office/office-folder.ts';
import { rotateIssuerKey } from '../../authority/office/rotate-issuer-key.ts';
import { runCommand } from '../../authority/run-command.ts';
import { loadBundleFolder } from '../../electron/trust/load-bundle.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';

const work = mkdtempSync(join(tmpdir(), 'issuer-key-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const CODE = '91310114DEM10RGR32';
let offices = 0;

async function run(...args: string[]) {
  const { status, words, complaint } = await runCommand([...args, '--json']);
  expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
  return JSON.parse(words);
}

async function newOffice(): Promise<string> {
  const folder = join(work, `office-${++offices}`);
  await run('init', folder, '--suite', 'ES256', '--domain', 'demo');
  return folder;
}

const issue = async (folder: string, ...more: string[]): Promise<string> => {
  const by = ['--company', CODE, '--name', '甲样例', '--grade', 'A', '--evaluated', '2026-10-01'];
  return (await run('issue', folder, ...by, ...more)).text;
};

/** Verdict of a terminal with what the office has to say now. */
async function verdict(folder: string, text: string): Promise<string> {
  const bundle = join(folder, 'bundle');
  await run('bundle', folder, '--out', bundle);
  const now = Math.floor(Date.now() / 1000);
  const loaded = await loadBundleFolder(bundle, now);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  expect(loaded.value.leftOut).toEqual([]);
  return checkScan(text, loaded.value, now, {}).code;
}

it('a retired key signs no more, and what it signed goes on to count', async () => {
  const folder = await newOffice();
  const before = await issue(folder);
  const { removed, added } = await run(
    'rotate-issuer-key',
    folder,
    'certificate',
    '--old',
    'retired',
  );
  expect(removed).toMatchObject({ state: 'retired', suite: 'ES256', uses: ['certificate'] });
  expect(added).toMatchObject({ state: 'active', suite: 'ES256', notBefore: removed.notAfter });
  expect(await verdict(folder, before)).toBe('green-channel');
  // Issued for this rating already: a batch leaves it alone.
  expect(await issue(folder)).toBe(before);
  const after = await issue(folder, '--again');
  expect(await verdict(folder, after)).toBe('green-channel');
  expect(await verdict(folder, before)).toBe('superseded');
});

it('a key that leaked takes all it signed with it, and a batch issues that anew', async () => {
  const folder = await newOffice();
  const before = await issue(folder);
  await run('rotate-issuer-key', folder, 'certificate', '--old', 'withdrawn', '--why', '外泄');
  expect(await verdict(folder, before)).toBe('key-withdrawn');
  const after = await issue(folder);
  expect(after).not.toBe(before);
  expect(await verdict(folder, after)).toBe('green-channel');
  expect(await issue(folder)).toBe(after);
});

it('a new status key signs every list anew where the old one leaked', async () => {
  const folder = await newOffice();
  const text = await issue(folder);
  await run('publish', folder);
  await run('rotate-issuer-key', folder, 'status', '--old', 'withdrawn');
  expect((await run('publish', folder)).signed).toMatchObject({ targets: 3, status: 3 });
  expect(await verdict(folder, text)).toBe('green-channel');
  // Nothing of the old secret is left, and nothing half-done.
  const keys = readdirSync(join(folder, 'keys')).sort();
  expect(keys).toEqual(['certificate.json', 'former.json', 'presentation.json', 'status.json']);
  expect(readFileSync(join(folder, 'keys/former.json'), 'utf8')).not.toContain('secret');
});

it('cut off before the new key is in its place, the old one goes on and the next attempt completes it', async () => {
  const folder = await newOffice();
  const text = await issue(folder);
  const office = openOffice(folder);
  const now = Math.floor(Date.now() / 1000);
  const old = readFileSync(join(folder, 'keys/certificate.json'));
  rotateIssuerKey(office, { use: 'certificate', former: 'withdrawn', protection: 'none' }, now);
  // As a kill just before the last rename leaves it.
  renameSync(join(folder, 'keys/certificate.json'), join(folder, 'keys/certificate.next.json'));
  writeFileSync(join(folder, 'keys/certificate.json'), old);
  expect(await verdict(folder, text)).toBe('green-channel');
  await run('rotate-issuer-key', folder, 'certificate', '--old', 'withdrawn');
  expect(await verdict(folder, text)).toBe('key-withdrawn');
  expect(await verdict(folder, await issue(folder))).toBe('green-channel');
});

it.each([
  [['laser', '--old', 'retired'], '--use is one of certificate, presentation, status'],
  [['certificate'], '--old is missing'],
  [['certificate', '--old', 'lost'], '--old is one of retired, withdrawn'],
])('%j is refused with the way out', async (args, words) => {
  const { status, complaint } = await runCommand(['rotate-issuer-key', work, ...args]);
  expect(status).toBe(64);
  expect(complaint).toContain(words);
});
