import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { configFilesOf } from '../../electron/config/config-files.ts';
import { openConfiguration } from '../../electron/config/configuration.ts';
import { recordingLog } from '../electron/recording-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-config-'));
});

function open(named: { readonly site?: string } = {}) {
  const log = recordingLog();
  const files = {
    machinePolicy: join(folder, 'policy.json'),
    site: named.site ?? join(folder, 'site.json'),
    isSiteNamed: named.site !== undefined,
    local: join(folder, 'settings.json'),
  };
  const written: Record<string, unknown> = {};
  const configuration = openConfiguration({
    files,
    log,
    switches: { source: 'switch', place: 'command line', values: {} },
    local: {
      write: (name, value) => {
        written[name] = value;
        writeFileSync(files.local, JSON.stringify(written));
        return true;
      },
      forget: () => true,
    },
  });
  return { configuration, log };
}

const write = (name: string, content: string | object): void =>
  writeFileSync(
    join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );

describe('a configuration file', () => {
  it('that is not there says nothing, unless it was named', () => {
    expect(open().configuration.resolved().problems).toEqual([]);
    const site = join(folder, 'nowhere.json');
    expect(open({ site }).configuration.resolved().problems).toEqual([
      { source: 'site', place: site, reason: 'file-missing' },
    ]);
  });

  it.each([
    ['not-json', '{ "hallName": "嘉定", }'],
    ['not-json', '{ "staffPin": "scrypt$'],
    ['not-an-object', '[]'],
    ['not-an-object', '"hall"'],
    ['file-too-large', `{"hallName":"${'x'.repeat(300_000)}"}`],
  ])('that cannot be used is named: %s', (reason, content) => {
    write('policy.json', content);
    write('settings.json', { language: 'en' });
    const { configuration, log } = open();
    expect(configuration.resolved().problems).toMatchObject([
      { source: 'machine-policy', place: join(folder, 'policy.json'), reason },
    ]);
    // The others still count.
    expect(configuration.settings().language).toBe('en');
    const logged = JSON.stringify(log.fields);
    expect(logged).toContain(reason);
    expect(logged).not.toContain('scrypt');
  });

  it('may begin with a byte order mark', () => {
    write('site.json', '\uFEFF{ "hallName": "嘉定区行政服务中心" }');
    expect(open().configuration.settings().hallName).toBe('嘉定区行政服务中心');
  });
});

describe('a change by the staff', () => {
  it('is in force at once and written down', () => {
    const { configuration } = open();
    expect(configuration.change('language', 'en')).toBe('changed');
    expect(configuration.settings().language).toBe('en');
    expect(open().configuration.settings().language).toBe('en');
  });

  it('is refused where an administrator has decided', () => {
    write('policy.json', { language: 'zh-CN' });
    const { configuration } = open();
    expect(configuration.isLocked('language')).toBe(true);
    expect(configuration.change('language', 'en')).toBe('locked');
    expect(configuration.settings().language).toBe('zh-CN');
  });

  it('is refused when the value cannot be', () => {
    expect(open().configuration.change('verdictSeconds', 1)).toBe('bad-value');
  });
});

describe('the machine policy', () => {
  const where = (exists: boolean, platform: NodeJS.Platform) =>
    configFilesOf({
      platform,
      env: { ProgramData: 'D:\\ProgramData' },
      userData: '/home/kiosk/data',
      site: undefined,
      machinePolicy: '/tmp/policy.json',
      exists: () => exists,
    }).machinePolicy;

  it('lies where only an administrator can write', () => {
    expect(where(true, 'linux')).toBe('/etc/public-credit-kiosk/policy.json');
    expect(where(true, 'win32')).toBe('D:\\ProgramData\\public-credit-kiosk\\policy.json');
  });

  it('can be stood in for by a switch only where there is none', () => {
    expect(where(false, 'linux')).toBe('/tmp/policy.json');
  });
});
