import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../electron/audit/entry.ts';
import { createSeenSettings } from '../../electron/audit/seen-settings.ts';

let folder: string;
let recorded: AuditEvent[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seen-settings-'));
  recorded = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open() {
  const file = join(folder, 'seen.json');
  return createSeenSettings(file, { record: (event) => recorded.push(event) });
}

describe('settings that changed while the program did not run', () => {
  it('are recorded by name, once, and never with a value', async () => {
    await open().compare({ hallId: 'a', staffPin: 'secret', camera: { turn: 0 } });
    expect(recorded).toEqual([]);
    await open().compare({ hallId: 'a', staffPin: 'other secret', camera: { turn: 90 } });
    await open().compare({ hallId: 'a', staffPin: 'other secret', camera: { turn: 90 } });
    expect(recorded).toEqual([{ kind: 'settings-changed', names: ['staffPin', 'camera'] }]);
  });

  it('are not those that were changed while it ran', async () => {
    const first = open();
    await first.compare({ language: 'zh-CN' });
    await first.remember({ language: 'en' });
    await open().compare({ language: 'en' });
    expect(recorded).toEqual([]);
  });

  it('are unknown where the memory is damaged or cannot be kept', async () => {
    writeFileSync(join(folder, 'seen.json'), '{"hallId":');
    await open().compare({ hallId: 'a' });
    const nowhere = createSeenSettings(join(folder, 'no', 'such'), { record: recorded.push });
    await nowhere.compare({ hallId: 'a' });
    expect(recorded).toEqual([]);
  });
});
