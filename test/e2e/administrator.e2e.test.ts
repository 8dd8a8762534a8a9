import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { kioskArguments, ownEnvironment } from '../../build/launch-kiosk.ts';
import { makeTestRepository, type TestRepository } from '../world/test-repository.ts';
import { openKiosk } from './kiosk-session.ts';

/** The packaged program before it is a kiosk: what an administrator meets. */

const { executable } = inject('program');
let folder: string;
let office: TestRepository;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'administrator-e2e-'));
  office = makeTestRepository(folder, { now: Math.floor(Date.now() / 1_000), listSize: 1_024 });
  writeFileSync(join(folder, 'root.json'), office.rootJson);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a kiosk without a PIN', () => {
  it('does not take the screen and says what to do', async () => {
    const site = join(folder, 'no-pin.json');
    writeFileSync(site, '{}');
    const refused = await openKiosk(['--site', site], '[data-refusal="no-pin"]');
    expect(await refused.page.locator('main').innerText()).toContain('--set-pin');
    expect(
      await refused.application.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isKiosk()),
      ),
    ).toEqual([false]);
    await refused.screenshot('staff-refusal-zh');
    await refused.close();
  });
});

describe('commands on a terminal', () => {
  const run = async (...switches: readonly string[]) => {
    const args = kioskArguments({ executable, userDataDir: join(folder, 'shell'), args: switches });
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = ownEnvironment();
    const answer = await promisify(execFile)(executable, args, { env }).catch((error) => error);
    return { output: String(answer.stdout), status: answer.code ?? 0 };
  };

  it('work in the package without any display', async () => {
    writeFileSync(join(folder, 'bad.json'), '{ "verdictSeconds": "long", "verdictSecond": 9 }');
    const checked = await run('--check-config', '--site', join(folder, 'bad.json'));
    expect(checked.status).toBe(1);
    expect(checked.output).toContain('bad.json: verdictSeconds: the value cannot be used');
    expect(checked.output).toContain('bad.json: verdictSecond: there is no such key');
    const root = ['--root', join(folder, 'root.json')];
    const imported = await run('--import', office.repositoryFolder, '--yes', ...root);
    expect(imported).toMatchObject({ status: 0 });
    expect(imported.output).toMatch(/timestamp (\d)[\s\S]*Imported, timestamp \1/);
    const tested = await run('--self-test', '--json', ...root);
    const lines: readonly { id: string; result: string }[] = JSON.parse(tested.output);
    expect(lines.find(({ id }) => id === 'trust')?.result).toBe('ok');
  });
});
