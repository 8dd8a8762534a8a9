import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseLaunchOptions } from '../../electron/adapters/launch-options.ts';
import { commandIn } from '../../electron/commands/command.ts';
import { runCommand } from '../../electron/commands/run-command.ts';
import { fitsPin } from '../../electron/staff/pin-hash.ts';
import { drawLogo } from '../logo/draw-logo.ts';
import { makeTestCa } from '../trust/test-ca.ts';
import { makeTestRepository } from '../world/test-repository.ts';
import { TEST_NOW } from '../world/test-world.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-commands-'));
});

/** Runs a command line as the program does, with the answers of a person. */
async function run(argv: readonly string[], answers: readonly string[] = []) {
  const written: string[] = [];
  const asked: string[] = [];
  const given = [...answers];
  const switches = ['--site', join(folder, 'site.json'), ...argv];
  const command = commandIn(switches);
  if (command === undefined) throw new Error('no command');
  const status = await runCommand(command, {
    options: parseLaunchOptions([...switches, '--machine-policy', join(folder, 'policy.json')]),
    stateFolder: folder,
    resourcesFolder: join(folder, 'resources'),
    ...{ executable: process.execPath, isPackaged: false, version: '0.1.0', electron: '45.0.0' },
    switches,
    terminal: {
      write: (text) => written.push(text),
      ask: (question) => {
        asked.push(question);
        return given.shift();
      },
    },
    now: () => TEST_NOW,
  });
  return { status, output: written.join(''), asked };
}

const site = (values: object): void =>
  writeFileSync(join(folder, 'site.json'), JSON.stringify(values));
const stored = () => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));

describe('a command line', () => {
  it.each([
    [['--check-config'], 'check-config'],
    [['--print-config', '--json'], 'print-config'],
    [['--import', '/media/usb'], 'import'],
    [['--import'], 'usage'],
    [['--help', '--self-test'], 'usage'],
  ])('%j is the command %s', (argv, name) => {
    expect(commandIn(['.', '--no-sandbox', '--user-data=x', ...argv])?.name).toBe(name);
  });

  it('without a command starts the kiosk', () => {
    expect(commandIn(['--trust', 'bundle', '--windowed', '--mode', 'desk'])).toBeUndefined();
  });
});

describe('--check-config', () => {
  it('is content with a configuration in order', async () => {
    site({ hallName: '嘉定区行政服务中心' });
    expect(await run(['--check-config'])).toMatchObject({ status: 0 });
  });

  it('names file, key and reason of each problem', async () => {
    site({ verdictSeconds: 1, halName: 'x' });
    writeFileSync(join(folder, 'policy.json'), '{');
    const { status, output } = await run(['--check-config']);
    expect(status).toBe(1);
    for (const part of ['policy.json: the file is not JSON', 'verdictSeconds', '>=5', 'halName']) {
      expect(output).toContain(part);
    }
    expect(output).toContain('3 problems.');
  });

  it('looks into the file of syncCa', async () => {
    const syncCa = join(folder, 'ca.pem');
    const check = async () => (await run(['--check-config'])).output;
    site({ syncCa, repositoryUrl: 'https://trust.example/' });
    expect(await check()).toContain(`syncCa: the CA file is not there: nothing is synchronised`);
    writeFileSync(syncCa, 'root');
    expect(await check()).toContain('syncCa: the CA file holds no certificate');
    const ca = makeTestCa('District Root');
    writeFileSync(syncCa, ca.pem);
    expect(await check()).toContain('No problems.');
    site({ syncCa, repositoryUrl: 'http://trust.example/' });
    expect(await check()).toContain('syncCa: the repository has no https address');
    ca.close();
  });
});

describe('the logo of a hall', () => {
  const check = async () => (await run(['--check-config'])).output;
  beforeEach(() => site({ hallName: '嘉定', hallLogo: 'logo.png' }));

  it('lies beside the file that names it', async () => {
    expect(await check()).toContain(`hallLogo: the logo is not there`);
    writeFileSync(join(folder, 'logo.png'), drawLogo().toBuffer('image/png'));
    expect(await check()).toContain('No problems.');
  });

  it.each([
    ['neither PNG nor JPEG', '<svg/>'],
    ['damaged or cut off', drawLogo().toBuffer('image/png').subarray(0, 900)],
    ['more than 512 KiB', 'x'.repeat(524_289)],
    ['more than 2048 pixels', createCanvas(2_049, 1).toBuffer('image/png')],
  ])('is named when it is %s', async (words, content) => {
    writeFileSync(join(folder, 'logo.png'), content);
    expect(await check()).toContain(`${words}`);
    expect(await check()).toContain(`(${join(folder, 'logo.png')})`);
  });
});

describe('--print-config', () => {
  it('says what is in force and where it came from, and tells no secret', async () => {
    await run(['--set-pin'], ['739105', '739105']).catch(() => undefined);
    site({ hallName: '嘉定' });
    await run(['--set-pin'], ['739105', '739105']);
    const { output } = await run(['--print-config', '--hall', 'jd-01']);
    expect(output).toMatch(/hallName +"嘉定" +\[site: .*site\.json\]/);
    expect(output).toMatch(/hallId +"jd-01" +\[switch: command line\]/);
    expect(output).toMatch(/verdictSeconds +30 +\[default\]/);
    expect(output).toMatch(/staffPin +"\(set\)"/);
    expect(output).not.toContain('scrypt');
    const json = await run(['--print-config', '--json']);
    expect(JSON.parse(json.output)).toContainEqual(
      expect.objectContaining({ key: 'hallName', value: '嘉定', source: 'site' }),
    );
  });
});

describe('--set-pin', () => {
  beforeEach(() => site({}));

  it('asks twice, hidden, and keeps the other local settings', async () => {
    writeFileSync(join(folder, 'settings.json'), '{ "language": "en" }');
    const { status, asked } = await run(['--set-pin'], ['739105', '739105']);
    expect({ status, asked: asked.length }).toEqual({ status: 0, asked: 2 });
    const { language, staffPin } = stored();
    expect(language).toBe('en');
    expect(await fitsPin('739105', staffPin)).toBe(true);
  });

  it.each([
    ['two that differ', ['739105', '739106']],
    ['nothing', []],
    ['one that is too easy', ['123456', '123456']],
    ['letters', ['secret', 'secret']],
  ])('changes nothing when given %s', async (_name, answers) => {
    const { status, output } = await run(['--set-pin'], answers);
    expect(status).toBe(1);
    expect(output).toContain('Nothing was changed.');
    expect(stored).toThrow();
  });

  it('says where the PIN is set when an administrator has set it', async () => {
    site({ staffPin: '' });
    const { status, output } = await run(['--set-pin'], ['739105', '739105']);
    expect(status).toBe(1);
    expect(output).toContain('site.json');
  });

  it('does not overwrite a local file it cannot read', async () => {
    writeFileSync(join(folder, 'settings.json'), '{ "language": ');
    expect(await run(['--set-pin'], ['739105', '739105'])).toMatchObject({ status: 1 });
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe('{ "language": ');
  });
});

it('--hash-pin prints a line for the policy', async () => {
  site({});
  writeFileSync(join(folder, 'pin.txt'), '739105\n');
  const { output } = await run(['--hash-pin', '--pin-file', join(folder, 'pin.txt')]);
  const { staffPin } = JSON.parse(`{${output}}`);
  expect(await fitsPin('739105', staffPin)).toBe(true);
});

describe('--import', () => {
  const importing = (answers: readonly string[], ...more: readonly string[]) => {
    site({});
    const office = makeTestRepository(folder, { listSize: 1_024 });
    writeFileSync(join(folder, 'root.json'), office.rootJson);
    const root = ['--root', join(folder, 'root.json')];
    return run(['--import', office.repositoryFolder, ...root, ...more], answers);
  };

  it('shows version and date, and takes nothing over without a yes', async () => {
    const { status, output, asked } = await importing(['n']);
    expect(status).toBe(1);
    expect(output).toMatch(/timestamp \d[\s\S]*signed: {6}20\d\d-[\s\S]*held now: {4}nothing/);
    expect(output).toContain('Nothing was changed.');
    expect(asked).toHaveLength(1);
  });

  it('takes over after a yes, or with --yes', async () => {
    expect((await importing(['y'])).output).toContain('Imported');
    expect(
      await run([
        '--import',
        join(folder, 'repository'),
        '--yes',
        '--root',
        join(folder, 'root.json'),
      ]),
    ).toMatchObject({ status: 0, asked: [] });
  });

  it('names what is wrong with another folder', async () => {
    await importing(['n']);
    const root = ['--root', join(folder, 'root.json')];
    const { status, output } = await run(['--import', join(folder, 'nowhere'), ...root]);
    expect(status).toBe(1);
    expect(output).toMatch(/cannot be imported: \S+/);
  });
});

describe('--self-test', () => {
  it('makes every check and fails for one that fails', async () => {
    site({ nonsense: 1 });
    const { status, output } = await run(['--self-test', '--json']);
    expect(status).toBe(1);
    const lines: readonly { id: string; result: string }[] = JSON.parse(output);
    const results = Object.fromEntries(lines.map(({ id, result }) => [id, result]));
    expect(results).toMatchObject({
      ...{ clock: expect.anything(), trust: 'fail', 'trust-age': 'skip', config: 'fail' },
      ...{ pin: 'fail', 'user-data': 'ok', printer: 'skip', electron: 'ok', audit: 'skip' },
    });
    expect(lines.length).toBeGreaterThanOrEqual(16);
  });

  it('says in both languages what to do', async () => {
    site({});
    const { output } = await run(['--self-test']);
    expect(output).toContain('运行 --set-pin 设置 / Set one with --set-pin');
  });
});
