import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../authority/commands/all-commands.ts';
import { runCommand } from '../../authority/run-command.ts';

/** What every command owes its user. The commands run here as they do in the program. */

const work = mkdtempSync(join(tmpdir(), 'cli-contract-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const office = join(work, 'office');
const nowhere = join(work, 'nowhere');
const CODE = '91310114DEM10RGR32';
const codes = join(work, 'codes.txt');
const register = (folder: string): string[] => [
  ...['--companies', join(folder, 'companies.csv')],
  ...['--records', join(folder, 'records.csv')],
];

/**
 * Good arguments of each command, `%` standing for the office, in an order in which an office may
 * use them. A command that is missing here fails the test below.
 */
const USES: Readonly<Record<string, readonly string[]>> = {
  init: [join(work, 'second'), '--suite', 'Ed25519'],
  generate: [join(work, 'register'), '--companies', '40', '--seed', '7'],
  import: ['%', ...register(join(work, 'register'))],
  rate: ['%'],
  lookup: ['%', CODE],
  explain: ['%', CODE],
  'access-code': ['%', CODE],
  issue: ['%', '--company', CODE, '--grade', 'A'],
  'check-policy': ['%'],
  publish: ['%'],
  suspend: ['%', '--certificate', '#', '--reason', 'under-review'],
  reinstate: ['%', '--certificate', '#', '--reason', 'review-ended'],
  revoke: ['%', '--certificate', '#', '--reason', 'issued-in-error'],
  refresh: ['%'],
  prune: ['%'],
  'rotate-key': ['%', 'status'],
  'rotate-root': ['%'],
  'rotate-issuer-key': ['%', 'certificate', '--old', 'retired'],
  bundle: ['%', '--out', join(work, 'bundle')],
};
/** A server does not end; its answers are looked at with the portal. */
const NAMES = Object.keys(COMMANDS).filter((name) => name !== 'serve');

beforeAll(async () => {
  writeFileSync(codes, `${CODE}\n`);
  const made = await runCommand(['init', office, '--suite', 'Ed25519', '--domain', 'demo']);
  expect(made).toMatchObject({ status: 0, complaint: '' });
});

describe('every command', () => {
  it.each(Object.keys(COMMANDS))('%s tells what it does and how it is called', async (name) => {
    const { status, words, complaint } = await runCommand([name, '--help']);
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
    expect(words).toMatch(new RegExp(`^authority ${name} .*\\n\\n.+--json`, 's'));
    expect((await runCommand(['--help'])).words).toContain(`\n  ${name} `);
  });

  it.each(NAMES)('%s fails with one clear line where there is no office', async (name) => {
    const args = (USES[name] ?? []).map((arg) => (arg === '%' ? nowhere : arg));
    if (!args.includes(nowhere)) args[0] = join(codes, 'below-a-file');
    const { status, words, complaint } = await runCommand([name, ...args, '--json']);
    expect(status).toBe(1);
    expect(words).toBe('');
    expect(complaint).toMatch(/^[^\n]{10,200}$/);
    // A mistyped folder does not get an office.
    expect(existsSync(nowhere)).toBe(false);
  });

  it.each(Object.keys(COMMANDS))('%s says how to go on when it is called wrongly', async (name) => {
    for (const args of [[], ['a', 'b', 'c', 'd'], ['%', '--colour', 'red']]) {
      const { status, words, complaint } = await runCommand([name, ...args]);
      expect({ status, words }).toEqual({ status: 64, words: '' });
      expect(complaint).toMatch(new RegExp(`^[^\\n]+; try ${name} --help$`));
    }
  });
});

it('all of them answer in JSON, in the order of an office at work', async () => {
  expect(Object.keys(USES).sort()).toEqual([...NAMES].sort());
  let certificate = '';
  for (const [name, args] of Object.entries(USES)) {
    const real = args.map((arg) => (arg === '%' ? office : arg === '#' ? certificate : arg));
    const { status, words, complaint } = await runCommand([name, ...real, '--json']);
    expect({ name, status, complaint }).toEqual({ name, status: 0, complaint: '' });
    const answer: unknown = JSON.parse(words);
    expect(answer).toBeTypeOf('object');
    if (name === 'issue') certificate = String(Object(answer).number);
  }
});
