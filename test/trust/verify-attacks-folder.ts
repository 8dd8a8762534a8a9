import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { TestRepository } from '../world/test-repository.ts';
import { type Attack, each, forge, LISTING, type Metadata, setting } from './verify-attack.ts';

/** Metadata that does not belong together, and things that are no files. */
export const CONNECTIONS: Attack[] = [
  {
    name: 'a root of another version than its slot',
    ...{ code: 'inconsistent', subject: 'root' },
    attack: forge('root', setting('version', 7)),
  },
  {
    name: 'mix and match: the snapshot of another day under the listed name',
    ...{ code: 'wrong-content', subject: 'snapshot' },
    attack: (office) => {
      const [before, after] = namesBeforeAndAfter(office, 'snapshot');
      copyFileSync(before, after);
    },
  },
  {
    name: 'mix and match without hashes: versions still have to agree',
    ...{ code: 'inconsistent', subject: 'snapshot' },
    attack: (office) => {
      const [before, after] = namesBeforeAndAfter(office, 'snapshot');
      copyFileSync(before, after);
      const version = Number(/(\d+)\.snapshot/.exec(after)?.[1]);
      office.forge({ timestamp: setting('meta', { 'snapshot.json': { version } }) });
    },
  },
  ...each(['snapshot', ...LISTING] as const, (role) => ({
    name: `${role} named, but not there`,
    code: 'inconsistent',
    attack: (office) => rmSync(newest(office, role)),
  })),
  {
    name: 'no timestamp',
    ...{ code: 'not-a-repository', subject: 'timestamp' },
    attack: ({ repositoryFolder }) => rmSync(join(repositoryFolder, 'metadata/timestamp.json')),
  },
  {
    name: 'an empty folder',
    code: 'not-a-repository',
    attack: ({ repositoryFolder }) => rmSync(repositoryFolder, { recursive: true }),
  },
  {
    name: 'a link in place of a file',
    code: 'not-a-repository',
    attack: (office) => {
      const file = newest(office, 'status');
      rmSync(file);
      symlinkSync('/dev/zero', file);
    },
  },
  {
    name: 'a pipe in place of a file',
    code: 'not-a-repository',
    attack: (office) => {
      const file = newest(office, 'policy');
      rmSync(file);
      execFileSync('mkfifo', [file]);
    },
  },
  {
    name: 'a folder in place of a file',
    code: 'not-a-repository',
    attack: (office) => {
      const file = newest(office, 'targets');
      rmSync(file);
      mkdirSync(file);
    },
  },
];

/** The two newest files of a role after one more publish. */
function namesBeforeAndAfter(office: TestRepository, role: Metadata): readonly [string, string] {
  const before = newest(office, role);
  const copy = `${before}.kept`;
  copyFileSync(before, copy);
  office.withdraw(3);
  return [copy, newest(office, role)];
}

function newest({ repositoryFolder }: TestRepository, role: Metadata): string {
  const folder = join(repositoryFolder, 'metadata');
  const versions = readdirSync(folder).map((name) => {
    return Number(new RegExp(`^(\\d+)\\.${role}\\.json$`).exec(name)?.[1] ?? 0);
  });
  return join(folder, `${Math.max(...versions)}.${role}.json`);
}
