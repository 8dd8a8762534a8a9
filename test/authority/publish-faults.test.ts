import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { reinstate, suspend } from '../../authority/commands/change-certificate.ts';
import type { CommandInput } from '../../authority/commands/command.ts';
import { publish } from '../../authority/commands/publish.ts';
import { describeIssuerKey } from '../../authority/keys/issuer-key.ts';
import { openOffice } from '../../authority/office/office-folder.ts';
import { takeProcessLock } from '../../authority/process-lock.ts';
import { checkRepository } from '../../authority/repository/check-repository.ts';
import {
  createOfficeRepository,
  repositoryFolder,
} from '../../authority/repository/office-repository.ts';
import { folderReader } from '../../authority/repository/repository-files.ts';
import { readRepositoryState } from '../../authority/repository/repository-state.ts';
import { readPublishedTargets } from '../../authority/repository/target-set.ts';
import { prepareIssuerKeys } from '../../shared/trust/issuer-keys.ts';
import { openStatusList, statusAt } from '../../shared/trust/status-list.ts';
import { seededRandom } from '../world/seeded-random.ts';
import { issueOne, makeOffice } from './issuing-office.ts';
import { runAndKill } from './store-kill.ts';

const work = mkdtempSync(join(tmpdir(), 'publish-faults-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const KILLS = 8;
const NAME = 'status/310114-1';

interface Published {
  readonly folder: string;
  readonly number: string;
  readonly index: number;
}

/** An office that has published its only certificate. */
async function makePublishedOffice(folder: string): Promise<Published> {
  makeOffice(folder);
  createOfficeRepository(folder, 'none', Math.floor(Date.now() / 1000) - 60);
  const { number, status } = await issueOne(folder);
  await publish.run(about(folder));
  return { folder, number, index: status.index };
}

function about(folder: string, values: CommandInput['values'] = {}): CommandInput {
  return { positionals: [folder], values };
}

/** What a client that reads the repository now finds; throws when any of it is not whole. */
function whatClientsSee({ folder, index }: Published) {
  const repository = repositoryFolder(folder);
  const now = Math.floor(Date.now() / 1000);
  checkRepository(folderReader(repository), { rootVersion: 1, now });
  const state = readRepositoryState(repository);
  const keys = Object.values(openOffice(folder).keys).map(describeIssuerKey);
  const name = { 'zh-CN': '样例', en: 'Sample' };
  const issuers = prepareIssuerKeys({ version: 1, issuers: [{ id: '310114', name, keys }] });
  const bytes = readPublishedTargets(repository, state).get(NAME) ?? new Uint8Array();
  const list = openStatusList(NAME, bytes, issuers.keys);
  const status = list.ok ? statusAt(list.value, index) : list.failure;
  const { timestamp, targets } = state.published;
  return { status, timestamp: timestamp.version, list: targets.status.version };
}

describe('publishing', () => {
  it('is done by one process at a time; a second one refuses clearly', async () => {
    const office = await makePublishedOffice(join(work, 'two'));
    const before = whatClientsSee(office);
    const repository = repositoryFolder(office.folder);
    const unlock = takeProcessLock(`${repository}.lock`, repository);
    await expect(publish.run(about(office.folder))).rejects.toThrow(
      `another authority process (${process.pid}) is at work in ${repository}; try again later`,
    );
    unlock();
    expect(whatClientsSee(office)).toEqual(before);
  });

  it('killed at any moment leaves a whole repository, old or new, and goes on', async () => {
    const office = await makePublishedOffice(join(work, 'killed'));
    const { folder, number } = office;
    const random = seededRandom(20_264);
    const begun = join(work, 'begun');
    let before = whatClientsSee(office);
    for (let turn = 0; turn < KILLS; turn++) {
      const loop = ['test/authority/publish-loop.ts', folder, number, begun];
      const { stdout, stderr } = await runAndKill(loop, { begun, afterMs: 400 * random() });
      expect(stderr).toBe('');
      const after = whatClientsSee(office);
      // A line says that clients have it; the kill came before the next one or after it.
      const said = stdout.split('\n').slice(0, -1);
      const [last = before.status] = said.slice(-1);
      const next = last === 'valid' ? 'suspended' : 'valid';
      expect([last, next]).toContain(after.status);
      expect(after.timestamp).toBeGreaterThanOrEqual(before.timestamp + said.length);
      expect(after.list).toBeGreaterThanOrEqual(before.list);
      // Whoever starts next finds no lock and nothing half-done.
      await publish.run(about(folder));
      const mended = whatClientsSee(office);
      if (mended.status === 'suspended')
        await reinstate.run(about(folder, { certificate: number, reason: 'review-ended' }));
      await publish.run(about(folder));
      before = whatClientsSee(office);
      expect(before.status).toBe('valid');
    }
  });
});

describe('a full disk', () => {
  const disk = join(work, 'disk');
  mkdirSync(disk);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
  const hasDisk = status === 0;
  if (!hasDisk) console.log('full disk: skipped, a small file system cannot be mounted here');
  afterAll(() => {
    if (hasDisk) spawnSync('umount', [disk]);
  });

  it.runIf(hasDisk)('publishes nothing by halves, wherever it comes to its end', async () => {
    const office = await makePublishedOffice(join(disk, 'office'));
    const { folder, number } = office;
    let before = whatClientsSee(office);
    await suspend.run(about(folder, { certificate: number, reason: 'under-review' }));
    const filler = join(disk, 'filler');
    let failures = 0;
    for (let free = 0; ; free += 4_096) {
      fillAllBut(filler, free);
      const failure = await failureOf(() => Promise.resolve(publish.run(about(folder))));
      rmSync(filler);
      const after = whatClientsSee(office);
      if (failure === undefined) {
        expect(after.status).toBe('suspended');
        break;
      }
      failures++;
      expect(failure).toMatch(/full|ENOSPC|disk I\/O error|journal could not note/);
      // Published, and said so; only the note did not find room.
      if (failure.startsWith('this was published')) before = after;
      else expect(after).toEqual(before);
    }
    console.log(`the disk was full at ${failures} different moments`);
    expect(failures).toBeGreaterThan(4);
  });

  function fillAllBut(file: string, free: number): void {
    const available = Number(
      spawnSync('df', ['--output=avail', '-B1', disk], { encoding: 'utf8' }).stdout.split('\n')[1],
    );
    writeFileSync(file, new Uint8Array(Math.max(0, available - free)));
  }

  async function failureOf(work: () => Promise<unknown>): Promise<string | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
});
