import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestRepository } from '../world/test-repository.ts';
import { type Attack, forge } from './verify-attack.ts';

/** Target files that differ from what metadata says. */
export const FILES: Attack[] = [
  ...['issuers.json', 'policy.json', '310114-1'].flatMap((name): Attack[] => [
    {
      name: `${name} changed by one bit`,
      code: 'wrong-content',
      attack: changeTarget(name, (bytes) => {
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        return bytes;
      }),
    },
    {
      name: `${name} one byte longer`,
      code: 'wrong-content',
      attack: changeTarget(name, (bytes) => Buffer.concat([bytes, Buffer.of(0x20)])),
    },
    { name: `${name} empty`, code: 'wrong-content', attack: changeTarget(name, () => Buffer.of()) },
    { name: `${name} missing`, code: 'wrong-content', attack: changeTarget(name, () => undefined) },
  ]),
  {
    name: 'issuers.json announced larger than its limit',
    ...{ code: 'too-large', subject: 'issuers.json' },
    attack: forge('targets', {
      change: (body) => {
        const { 'issuers.json': entry } = Object(body.targets);
        return { ...body, targets: { 'issuers.json': { ...entry, length: 2_000_000 } } };
      },
    }),
  },
  {
    name: 'more files than a role may list',
    ...{ code: 'too-large', subject: 'status' },
    attack: forge('status', {
      change: (body) => {
        const entry = { length: 1, hashes: { sha256: 'c'.repeat(64) } };
        const names = Array.from({ length: 501 }, (_, index) => [`status/${index}`, entry]);
        return { ...body, targets: Object.fromEntries(names) };
      },
    }),
  },
];

function changeTarget(name: string, change: (bytes: Buffer) => Buffer | undefined) {
  return ({ repositoryFolder }: TestRepository) => {
    const folder = join(repositoryFolder, 'targets', name.includes('.json') ? '' : 'status');
    const file = readdirSync(folder).find((entry) => entry.endsWith(`.${name}`));
    if (file === undefined) throw new Error(`no ${name}`);
    const changed = change(readFileSync(join(folder, file)));
    if (changed === undefined) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), changed);
  };
}
