import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LooseBody, readBody } from '../world/forge-metadata.ts';
import { issuerKey, TEST_DAY, TEST_NOW, TEST_STATUS_LIST } from '../world/test-world.ts';
import type { Attack } from './attack.ts';
import { forging, ROLES } from './attacks-form.ts';
import type { SyncScene } from './sync-terminal.ts';

const LISTING_ROLES = ['targets', 'policy', 'status'] as const;

/** Somebody holds keys, or old files, and serves what the office would not. */
export const METADATA_ATTACKS: readonly Attack[] = [
  {
    name: 'an older timestamp',
    code: 'rolled-back',
    arrange: async (scene) => {
      const old = read(scene, 'metadata/timestamp.json');
      await publishAndSync(scene);
      write(scene, 'metadata/timestamp.json', old);
      return {};
    },
  },
  {
    name: 'a newer timestamp for an older snapshot',
    code: 'rolled-back',
    arrange: async (scene) => {
      const { meta } = bodyOf(scene, 'metadata/timestamp.json');
      await publishAndSync(scene);
      scene.office.forge({ timestamp: { change: (body) => ({ ...body, meta }) } });
      return {};
    },
  },
  ...LISTING_ROLES.map(
    (role): Attack => ({
      name: `a newer snapshot for an older ${role}`,
      code: 'rolled-back',
      arrange: async (scene) => {
        const old = Object(snapshotOf(scene).meta)[`${role}.json`];
        scene.office.forge({ [role]: {} });
        await mustSync(scene);
        const change = (body: LooseBody) => {
          return { ...body, meta: { ...Object(body.meta), [`${role}.json`]: old } };
        };
        scene.office.forge({ snapshot: { change } });
        return {};
      },
    }),
  ),
  {
    name: 'an older root in the place of the next',
    code: 'rolled-back',
    arrange: forging('root', (body) => ({ ...body, version: 1 })),
  },
  {
    name: 'a root that leaves one out',
    code: 'inconsistent',
    arrange: forging('root', (body) => ({ ...body, version: 9 })),
  },
  {
    name: 'a frozen repository: nothing is refreshed for two days',
    code: 'expired',
    arrange: () => ({ now: TEST_NOW + 2 * TEST_DAY }),
  },
  ...ROLES.map(
    (role): Attack => ({
      name: `an expired ${role}`,
      code: 'expired',
      arrange: forging(role, (body) => ({ ...body, expires: '2026-05-31T02:00:00Z' })),
    }),
  ),
  {
    name: 'mix and match: a new timestamp with the old snapshot under the new name',
    code: 'inconsistent',
    arrange: (scene) => {
      const before = snapshotOf(scene).version;
      scene.office.withdraw(1);
      const after = snapshotOf(scene).version;
      copyFileSync(fileOf(scene, snapshotPath(before)), fileOf(scene, snapshotPath(after)));
      return {};
    },
  },
  {
    name: 'mix and match: another snapshot of the same version',
    code: 'wrong-content',
    arrange: (scene) => {
      scene.office.withdraw(1);
      const path = snapshotPath(snapshotOf(scene).version);
      const bytes = read(scene, path).toString().replace('2026', '2027');
      write(scene, path, Buffer.from(bytes));
      return {};
    },
  },
  ...[
    ['with one byte changed', 'wrong-content', (bytes: Buffer) => flipLastByte(bytes)],
    ['cut short on the server', 'wrong-content', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['longer than signed', 'too-large', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
  ].map(([how, code, change]) => ({
    name: `a status list ${how}`,
    code: code as Attack['code'],
    arrange: (scene: SyncScene) => {
      scene.office.withdraw(1);
      const path = statusListPath(scene);
      write(scene, path, (change as (bytes: Buffer) => Buffer)(read(scene, path)));
      return {};
    },
  })),
  {
    name: 'a root signed by one key of two',
    code: 'bad-signatures',
    arrange: ({ office }) => void office.forge({ root: { signers: office.keys.root.slice(0, 1) } }),
  },
  ...(['timestamp', 'snapshot', ...LISTING_ROLES] as const).map(
    (role): Attack => ({
      name: `a ${role} signed with a key that was taken away`,
      code: 'bad-signatures',
      arrange: async (scene) => {
        scene.office.rotate(role);
        await mustSync(scene);
        scene.office.forge({ [role]: { signers: scene.office.formerKeys[role] } });
        return {};
      },
    }),
  ),
  ...[
    ['status', 'policy.json'],
    ['status', 'issuers.json'],
    ['status', 'status/..%2f..%2fescape'],
    ['policy', TEST_STATUS_LIST],
    ['targets', 'policy.json'],
  ].map(
    ([by, name]): Attack => ({
      name: `${by} speaks about ${name}`,
      code: 'not-delegated',
      arrange: ({ office }) => {
        const bytes = Buffer.from('{}');
        office.forge({ listed: { by: by as 'status', name: `${name}`, bytes } });
        return {};
      },
    }),
  ),
  {
    name: 'a policy that is none, properly signed',
    code: 'unusable-document',
    arrange: ({ office }) => {
      const bytes = Buffer.from('{"version":99}');
      office.forge({ listed: { by: 'policy', name: 'policy.json', bytes } });
      return {};
    },
  },
  {
    name: 'a status list by a key of nobody',
    code: 'unusable-document',
    arrange: ({ office }) => {
      const bytes = office.statusList({ key: issuerKey('Ed25519', ['status']) });
      office.forge({ listed: { by: 'status', name: TEST_STATUS_LIST, bytes } });
      return {};
    },
  },
  {
    name: 'a status list signed before the one held',
    code: 'rolled-back',
    arrange: ({ office }) => {
      const bytes = office.statusList({ signedAt: TEST_NOW - TEST_DAY });
      office.forge({ listed: { by: 'status', name: TEST_STATUS_LIST, bytes } });
      return {};
    },
  },
];

async function publishAndSync(scene: SyncScene): Promise<void> {
  scene.office.withdraw(1);
  await mustSync(scene);
}

async function mustSync(scene: SyncScene): Promise<void> {
  const outcome = await scene.sync();
  if (!outcome.ok) throw new Error(`the scene does not hold: ${JSON.stringify(outcome.failure)}`);
}

function flipLastByte(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  return changed;
}

function bodyOf({ office }: SyncScene, path: string): LooseBody {
  return readBody(office.repositoryFolder, path);
}

function snapshotOf(scene: SyncScene): LooseBody {
  const { meta } = bodyOf(scene, 'metadata/timestamp.json');
  return bodyOf(scene, snapshotPath(Object(meta)['snapshot.json'].version));
}

function snapshotPath(version: number): string {
  return `metadata/${version}.snapshot.json`;
}

function statusListPath(scene: SyncScene): string {
  const { version } = Object(snapshotOf(scene).meta)['status.json'];
  const { targets } = bodyOf(scene, `metadata/${version}.status.json`);
  return `targets/status/${Object(targets)[TEST_STATUS_LIST].hashes.sha256}.310114-1`;
}

function fileOf({ office }: SyncScene, path: string): string {
  return join(office.repositoryFolder, path);
}

function read(scene: SyncScene, path: string): Buffer {
  return readFileSync(fileOf(scene, path));
}

function write(scene: SyncScene, path: string, bytes: Buffer): void {
  writeFileSync(fileOf(scene, path), bytes);
}
