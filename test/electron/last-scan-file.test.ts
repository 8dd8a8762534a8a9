import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLastScanFile } from '../../electron/adapters/last-scan-file.ts';
import { recordingLog } from './recording-log.ts';

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'last-scan-'));
  const file = join(folder, 'last-scan.json');
  const log = recordingLog();
  return { folder, file, log, store: createLastScanFile(file, log) };
}

describe('last scan file', () => {
  it('is no memory at first, without a complaint', async () => {
    const { store, log } = await setUp();
    expect(await store.load()).toBeUndefined();
    expect(log.lines).toEqual([]);
  });

  it('keeps the last of several saves and leaves no other file behind', async () => {
    const { store, folder } = await setUp();
    await Promise.all([store.save(1), store.save(2), store.save(3)]);
    expect(await store.load()).toBe(3);
    expect(await readdir(folder)).toEqual(['last-scan.json']);
  });

  it.each(['', '{', 'null', '{"lastScanAt":"1"}', '{"lastScanAt":-1}'])(
    'counts damaged content %j as none and logs it',
    async (content) => {
      const { store, file, log } = await setUp();
      await writeFile(file, content);
      expect(await store.load()).toBeUndefined();
      expect(log.lines).toEqual([{ level: 'warn', event: 'last-scan-damaged' }]);
    },
  );
});
