import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What file managers leave in folders; names in small letters. */
const LEFT_BEHIND = new Set(['thumbs.db', 'desktop.ini']);

/**
 * The files of a folder and of those in it, in order of their names, so that two runs give the same
 * lines. Hidden ones are left out, links to folders are not followed. Throws what the system says.
 */
export function* listFolder(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => isMeant(name));
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* listFolder(path);
    else yield path;
  }
}

function isMeant(name: string): boolean {
  return !name.startsWith('.') && !LEFT_BEHIND.has(name.toLowerCase());
}

interface Named {
  readonly name: string;
}

function byName({ name: left }: Named, { name: right }: Named): number {
  return left < right ? -1 : Number(left > right);
}
