import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';

const projectRoot = resolve(import.meta.dirname, '../..');

/** One import as it stands in a source file. */
export interface SourceImport {
  /** Path within the project, `shared/time.ts`, or the name of a package. */
  readonly target: string;
  readonly isRelative: boolean;
  /** Gone when the types are stripped. */
  readonly isTypeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<from>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm;

/** All imports of a source file, by a plain reading of its text: independent of the linter's. */
export function importsOf(file: string): readonly SourceImport[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(({ groups = {} }) => {
    const specifier = groups.from ?? groups.dynamic ?? '';
    const isRelative = specifier.startsWith('.');
    const target = isRelative ? normalize(join(file, '..', specifier)) : specifier;
    return { target, isRelative, isTypeOnly: groups.type !== undefined };
  });
}

/** The source files below a folder. */
export function sourceFiles(folder: string): readonly string[] {
  const names = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
}

/** Everything a program loads that starts at a file: project files and package names. */
export function loadedBy(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const waiting = [entry];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (loaded.has(next)) continue;
    loaded.add(next);
    if (!/\.tsx?$/.test(next)) continue;
    for (const { target, isTypeOnly } of importsOf(next)) if (!isTypeOnly) waiting.push(target);
  }
  return loaded;
}
