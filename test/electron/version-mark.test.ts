import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { isNewerVersion } from '../../electron/adapters/newer-version.ts';
import { noteVersion, readVersionMark } from '../../electron/adapters/version-mark.ts';
import { createStaffHandlers } from '../../electron/ipc/staff-handlers.ts';
import { createStaffWorld, TEST_PIN } from '../staff/staff-world.ts';
import { recordingLog } from './recording-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-version-'));
});

it.each([
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '0.99.99', true],
  ['0.1.1', '0.1.0', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', false],
  ['0.2.0', '0.2.0-pilot.1', true],
  ['0.2.0-pilot.1', '0.2.0', false],
  ['0.2.0-pilot.1', '0.1.9', true],
  ['9', '0.1.0', false],
  ['0.2.0', 'unknown', false],
])('%s came after %s: %s', (one, other, expected) => {
  expect(isNewerVersion(one, other)).toBe(expected);
});

describe('the mark of a version', () => {
  it('is left by each newer program, and kept by an older one, which says so', async () => {
    const log = recordingLog();
    for (const version of ['0.1.0', '0.3.0', '0.2.0']) await noteVersion(folder, version, log);
    expect(await readVersionMark(folder)).toBe('0.3.0');
    expect(log.lines).toEqual([{ level: 'warn', event: 'data-from-newer-version' }]);
    expect(log.fields).toContainEqual({ newest: '0.3.0', version: '0.2.0' });
  });

  it.each(['', '{', '{"newestVersion":"latest"}', '{"newestVersion":"9.9.9","more":1}'])(
    'that nobody can read is none: %j',
    async (content) => {
      writeFileSync(join(folder, 'version.json'), content);
      const log = recordingLog();
      await noteVersion(folder, '0.1.0', log);
      expect(readFileSync(join(folder, 'version.json'), 'utf8')).toBe('{"newestVersion":"0.1.0"}');
      expect(log.lines).toEqual([]);
    },
  );

  it('does not keep a terminal from starting when it cannot be left', async () => {
    const log = recordingLog();
    await noteVersion(join(folder, 'nowhere'), '0.1.0', log);
    expect(log.lines).toEqual([{ level: 'error', event: 'version-not-noted' }]);
  });

  it('of a newer program is a warning of the self-test', async () => {
    const world = await createStaffWorld(undefined, folder);
    const menu = createStaffHandlers(world.parts);
    await menu.unlockStaff({ pin: TEST_PIN });
    const check = async () => {
      const reply = await menu.runSelfTest({ camera: null, only: ['version'] });
      return reply.access === 'open' ? reply.value : [];
    };
    expect(await check()).toMatchObject([{ result: 'ok', detail: { en: '0.1.0' } }]);
    writeFileSync(join(folder, 'version.json'), '{"newestVersion":"0.2.0"}');
    const [line] = await check();
    expect(line).toMatchObject({ result: 'warn' });
    expect(line?.detail['zh-CN']).toContain('较新的 0.2.0');
  });
});
