import type { TestRepository } from '../world/test-repository.ts';
import { jsonBytes, TEST_NOW } from '../world/test-world.ts';
import { type Attack, forge, setting } from './verify-attack.ts';

function listing(by: 'targets' | 'policy' | 'status', name: string) {
  return (office: TestRepository) => office.forge({ listed: { by, name, bytes: jsonBytes({}) } });
}

/** Roles that speak about what is not theirs. */
export const DELEGATIONS: Attack[] = [
  ...(
    [
      ['targets', 'policy.json'],
      ['targets', 'status/310114-1'],
      ['targets', 'status/other'],
      ['policy', 'issuers.json'],
      ['policy', 'status/310114-1'],
      ['status', 'issuers.json'],
      ['status', 'policy.json'],
      ['status', 'status/../issuers.json'],
      ['status', 'status/a/b'],
    ] as const
  ).map(([by, name]) => ({
    name: `${by} lists ${name}`,
    ...{ code: 'not-delegated' as const, subject: by, attack: listing(by, name) },
  })),
  ...(['policy', 'status'] as const).flatMap((role): Attack[] => [
    {
      name: `${role} delegated for everything`,
      ...{ code: 'not-delegated', subject: role },
      attack: changeDelegation(role, (entry) => ({ ...entry, paths: ['*'] })),
    },
    {
      name: `${role} delegated to nobody`,
      ...{ code: 'not-delegated', subject: role },
      attack: changeDelegation(role, () => undefined),
    },
  ]),
  {
    name: 'no issuers',
    code: 'not-delegated',
    attack: forge('targets', setting('targets', {})),
  },
  { name: 'no policy', code: 'not-delegated', attack: forge('policy', setting('targets', {})) },
];

type Entry = Record<string, unknown>;

function changeDelegation(name: string, change: (entry: Entry) => Entry | undefined) {
  return forge('targets', {
    change: (body) => {
      const { keys, roles } = Object(body.delegations);
      const changed = Array.from<Entry>(roles)
        .map((entry) => (entry.name === name ? change(entry) : entry))
        .filter((entry) => entry !== undefined);
      return { ...body, delegations: { keys, roles: changed } };
    },
  });
}

/** Documents that are properly signed and of no use. */
export const CONTENT: Attack[] = [
  {
    name: 'a policy that is none, properly signed',
    ...{ code: 'unusable-document', subject: 'policy' },
    attack: listing('policy', 'policy.json'),
  },
  {
    name: 'issuers that are none, properly signed',
    ...{ code: 'unusable-document', subject: 'issuers' },
    attack: listing('targets', 'issuers.json'),
  },
  {
    name: 'a status list that cannot be opened',
    ...{ code: 'unusable-document', subject: 'status/310114-1' },
    attack: listing('status', 'status/310114-1'),
  },
  {
    name: 'a status list signed by a key that may not',
    ...{ code: 'unusable-document', subject: 'status/310114-1' },
    attack: (office) => {
      const key = office.world.certificateKey;
      const bytes = office.statusList({ key, signedAt: TEST_NOW });
      office.forge({ listed: { by: 'status', name: 'status/310114-1', bytes } });
    },
  },
  {
    name: 'a status list under the name of another',
    ...{ code: 'unusable-document', subject: 'status/310114-2' },
    attack: (office) => {
      const bytes = office.statusList({ name: 'status/310114-1' });
      office.forge({ listed: { by: 'status', name: 'status/310114-2', bytes } });
    },
  },
];
