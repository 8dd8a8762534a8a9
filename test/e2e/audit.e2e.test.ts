import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  kioskArguments,
  type LaunchedKiosk,
  launchKiosk,
  ownEnvironment,
} from '../../build/launch-kiosk.ts';
import type { IpcVerb } from '../../shared/ipc/contract.ts';
import { readSamples } from './kiosk-session.ts';

/** The log of the packaged program, on a desk, through its own verbs. */

let folder: string;
let userDataDir: string;
let certificate: string;
let desk: LaunchedKiosk;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-e2e-'));
  userDataDir = join(folder, 'user-data');
  const samples = await readSamples(join(inject('program').demoFolder, 'samples.json'));
  certificate = samples.find(({ id }) => id === 'green-channel')?.text ?? '';
  desk = await startDesk();
});
afterAll(async () => {
  await desk.application.close();
  await rm(folder, { recursive: true, force: true });
});

async function startDesk(): Promise<LaunchedKiosk> {
  const { executable, bundleFolder, display } = inject('program');
  const args = ['--mode', 'desk', '--windowed=1280x800', '--trust', bundleFolder];
  const env = display === undefined ? {} : { DISPLAY: display };
  const started = await launchKiosk({ executable, args, userDataDir, env });
  await started.page.waitForFunction('window.kiosk !== undefined');
  return started;
}

function ask<Verb extends IpcVerb>(verb: Verb, request: object): Promise<unknown> {
  return desk.page.evaluate(`window.kiosk.${verb}(${JSON.stringify(request)})`);
}

async function newestEntry(): Promise<unknown> {
  const reply = await ask('readHistory', {});
  return (reply as { value: { entries: unknown[] } }).value.entries[0];
}

/** What the program's own switch says about the log; no display, and the desk may be running. */
async function prove(): Promise<{ whole: boolean; last: { sequence: number } }> {
  const { executable } = inject('program');
  const args = [...kioskArguments({ executable, userDataDir }), '--verify-log', '--json'];
  const { DISPLAY: _display, ...env } = ownEnvironment();
  const { stdout } = await promisify(execFile)(executable, args, { env });
  return JSON.parse(stdout);
}

async function logText(): Promise<string> {
  const names = await readdir(join(userDataDir, 'audit'));
  const texts = names.map((name) => readFile(join(userDataDir, 'audit', name), 'utf8'));
  return (await Promise.all(texts)).join('');
}

describe('the log of the packaged program', () => {
  it('holds what was shown, notes and exports, and proves itself while it runs', async () => {
    await ask('checkScan', { text: certificate, source: 'wedge' });
    const entry = await newestEntry();
    expect(entry).toMatchObject({ code: 'green-channel', source: 'wedge', training: false });
    const { sequence } = entry as { sequence: number };
    expect(await ask('addNote', { sequence, text: '=1+1' })).toMatchObject({
      value: { result: 'added' },
    });
    const table = join(folder, '核验记录.csv');
    // The system's dialog is the one thing here that no test can click.
    await desk.application.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, table);
    expect(await ask('exportCsv', { filter: {}, language: 'zh-CN' })).toMatchObject({
      value: { result: 'saved', rows: 1, fileName: '核验记录.csv' },
    });
    const content = await readFile(table, 'utf8');
    expect(content.startsWith('\uFEFF序号,')).toBe(true);
    expect(content).toContain('可走绿色通道');
    expect(content).toContain("'=1+1");
    expect(await logText()).toContain('"kind":"exported","rows":1,');
    expect(await logText()).not.toContain(certificate.slice(5, 25));
    expect((await prove()).whole).toBe(true);
  });

  it('survives kill -9, and says at the next start that there was no orderly end', async () => {
    await ask('checkScan', { text: 'https://example.org/', source: 'pasted' });
    expect(await newestEntry()).toMatchObject({ code: 'not-a-certificate', source: 'pasted' });
    const before = await prove();
    const ended = new Promise((resolve) => desk.application.process().once('exit', resolve));
    desk.application.process().kill('SIGKILL');
    await ended;
    expect(await prove()).toEqual(before);
    desk = await startDesk();
    expect(await newestEntry()).toMatchObject({ code: 'not-a-certificate', source: 'pasted' });
    expect(await logText()).toMatch(/"kind":"program-started".*"afterStop":false/u);
  });

  it('ends with an orderly stop', async () => {
    await desk.application.close();
    expect((await logText()).trimEnd().split('\n').at(-1)).toBeDefined();
    expect((await prove()).whole).toBe(true);
    const lines = (await readFile(join(userDataDir, 'audit', 'audit-000001.jsonl'), 'utf8'))
      .trimEnd()
      .split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ entry: { kind: 'program-stopped' } });
  });
});
