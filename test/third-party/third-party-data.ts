import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, it } from 'vitest';

const projectRoot = resolve(import.meta.dirname, '../..');
const dataFolder = resolve(projectRoot, process.env.THIRD_PARTY_DATA ?? '../shared/data');

/** A folder of test data made by others. */
export interface ThirdPartyFolder {
  /** All files directly in a folder, parsed, with their names less the extension. */
  readonly json: <Shape>(
    folder: string,
  ) => readonly { readonly name: string; readonly it: Shape }[];
  readonly text: (file: string) => string;
}

/**
 * A `describe` that runs when the data is there. It is no part of this repository (its licences are
 * its authors'), so without it the suite is skipped under a name that says why.
 */
export function describeThirdParty(name: string, tests: (folder: ThirdPartyFolder) => void): void {
  const folder = join(dataFolder, name);
  if (existsSync(folder)) {
    describe(`data of others: ${name}`, () => tests(openFolder(folder)));
    return;
  }
  const why = `no folder "${name}" in the third-party data; THIRD_PARTY_DATA names its place`;
  process.stderr.write(`SKIPPED: ${why}\n`);
  describe.skip(`data of others: ${name} (skipped: ${why})`, () => {
    it('needs the data', () => undefined);
  });
}

function openFolder(root: string): ThirdPartyFolder {
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  return {
    text,
    json: (folder) =>
      readdirSync(join(root, folder))
        .filter((file) => file.endsWith('.json'))
        .sort()
        // A fixed snapshot made by others: the shape is what the tests below state it to be.
        .map((file) => ({
          name: basename(file, '.json'),
          it: JSON.parse(text(join(folder, file))),
        })),
  };
}

/** Bytes of hexadecimal text, refusing what is not. */
export function fromHex(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new Error(`not hexadecimal: ${hex.slice(0, 40)}`);
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
