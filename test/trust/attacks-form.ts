import { generateSigner } from '../../authority/repository/role-signer.ts';
import type { LooseBody } from '../world/forge-metadata.ts';
import type { Attack } from './attack.ts';

export const ROLES = ['root', 'timestamp', 'snapshot', 'targets', 'policy', 'status'] as const;
type ForgedRole = (typeof ROLES)[number];

/** Documents tuf-js alone would take, choke on, or misread; each role in each form. */
export const FORM_ATTACKS: readonly Attack[] = [
  ...ROLES.flatMap((role): readonly Attack[] => [
    {
      name: `a ${role} too large to be one`,
      code: 'too-large',
      arrange: forging(role, (body) => ({ ...body, filler: 'x'.repeat(300_000) })),
    },
    {
      name: `a ${role} with a date that is none`,
      code: 'malformed-metadata',
      arrange: forging(role, (body) => ({ ...body, expires: 'garbage' })),
    },
    {
      name: `a ${role} that expires on the 31st of February`,
      code: 'malformed-metadata',
      arrange: forging(role, (body) => ({ ...body, expires: '2030-02-31T00:00:00Z' })),
    },
    {
      name: `a ${role} of version -1`,
      code: 'malformed-metadata',
      arrange: forging(role, (body) => ({ ...body, version: -1 })),
    },
    {
      name: `a ${role} with a key twice`,
      code: 'malformed-metadata',
      arrange: forgingBytes(role, (text) => text.replace('"signed":{', '"signed":{"version":1,')),
    },
    {
      name: `a ${role} nested a thousand times`,
      code: 'malformed-metadata',
      arrange: forgingBytes(role, (text) => deepJson(text)),
    },
    {
      name: `a ${role} signed by a stranger`,
      code: 'bad-signatures',
      arrange: ({ office }) => void office.forge({ [role]: { signers: [generateSigner()] } }),
    },
  ]),
  ...[
    ['on the 29th of February of a common year', '2027-02-29T00:00:00Z'],
    // A leap second has no number among the seconds since 1970.
    ['in a leap second', '2026-12-31T23:59:60Z'],
    ['in a time zone', '2027-01-01T00:00:00+08:00'],
    ['in the thirteenth month', '2027-13-01T00:00:00Z'],
  ].map(
    ([when, expires]): Attack => ({
      name: `a timestamp that expires ${when}`,
      code: 'malformed-metadata',
      arrange: forging('timestamp', (body) => ({ ...body, expires })),
    }),
  ),
];

/** Serves a document an honest office would not write, properly signed. */
export function forging(
  role: ForgedRole,
  change: (body: LooseBody) => LooseBody,
): Attack['arrange'] {
  return ({ office }) => void office.forge({ [role]: { change } });
}

function forgingBytes(role: ForgedRole, change: (text: string) => string): Attack['arrange'] {
  const bytes = (signed: Uint8Array) => Buffer.from(change(Buffer.from(signed).toString()));
  return ({ office }) => void office.forge({ [role]: { bytes } });
}

function deepJson(text: string): string {
  return text.replace('"signed":{', `"signed":{"deep":${'['.repeat(1_000)}${']'.repeat(1_000)},`);
}
