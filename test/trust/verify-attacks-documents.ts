import { ALL, type Attack, BELOW_ROOT, each, forge, setting } from './verify-attack.ts';

const impossibleDates = [
  'garbage',
  '2026-02-31T00:00:00Z',
  '2026-06-02T02:00:00',
  '9999-99-99T99:99:99Z',
];
const impossibleVersions = [-1, 0, 2 ** 53, '3', null];

/** Documents that are not what they should be, properly signed. */
export const DOCUMENTS: Attack[] = [
  ...each(ALL, (role) => ({
    name: `${role} larger than its limit`,
    code: 'too-large',
    attack: forge(role, setting('padding', 'x'.repeat(300_000))),
  })).map(({ subject, ...rest }) => rest),
  ...each(ALL, (role) => ({
    name: `${role} with a key twice`,
    code: 'malformed-metadata',
    attack: forge(role, {
      bytes: (bytes) => {
        const text = new TextDecoder().decode(bytes);
        return new TextEncoder().encode(text.replace('"signed":{', '"signed":{"version":1,'));
      },
    }),
  })),
  ...each(ALL, (role) => ({
    name: `${role} nested too deeply`,
    code: 'malformed-metadata',
    attack: forge(role, setting('deep', JSON.parse('['.repeat(40) + ']'.repeat(40)))),
  })),
  ...each(ALL, (role) => ({
    name: `${role} cut in the middle`,
    code: 'malformed-metadata',
    attack: forge(role, { bytes: (bytes) => bytes.subarray(0, bytes.length / 2) }),
  })),
  ...each(ALL, (role) => ({
    name: `${role} that says it is something else`,
    code: 'malformed-metadata',
    attack: forge(role, setting('_type', role === 'root' ? 'targets' : 'root')),
  })),
  ...ALL.flatMap((role) =>
    impossibleDates.map((date) => ({
      name: `${role} that expires on ${date}`,
      code: 'malformed-metadata' as const,
      subject: role,
      attack: forge(role, setting('expires', date)),
    })),
  ),
  ...impossibleVersions.map((version) => ({
    name: `timestamp of version ${version}`,
    code: 'malformed-metadata' as const,
    subject: 'timestamp',
    attack: forge('timestamp', setting('version', version)),
  })),
  {
    name: 'timestamp of version 1.5',
    ...{ code: 'malformed-metadata', subject: 'timestamp' },
    attack: forge('timestamp', {
      bytes: (bytes) => {
        const text = new TextDecoder().decode(bytes);
        return new TextEncoder().encode(
          text.replace(/"version":\d+,"expires"/, '"version":1.5,"expires"'),
        );
      },
    }),
  },
  ...each(BELOW_ROOT, (role) => ({
    name: `${role} that has expired`,
    code: 'expired',
    attack: forge(role, setting('expires', '2026-06-01T02:00:00Z')),
  })),
  {
    name: 'root that has expired',
    ...{ code: 'expired', subject: 'root' },
    attack: forge('root', setting('expires', '2026-06-01T01:59:59Z')),
  },
];
