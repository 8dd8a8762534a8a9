import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const projectRoot = resolve(import.meta.dirname, '../..');
const biome = join(projectRoot, 'node_modules/@biomejs/biome/bin/biome');

/** What the linter said about one file: the names of the rules and their words. */
export interface Complaint {
  readonly rule: string;
  readonly message: string;
}

/**
 * Lints files that exist only in a scratch copy of the tree's layout, with the project's own rules.
 * @param files content by path, as if it stood in the project
 */
export async function lintScratchTree(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly Complaint[]>> {
  const root = await mkdtemp(join(tmpdir(), 'import-boundaries-'));
  try {
    for (const name of ['biome.json', '.gitignore']) {
      await copyFile(join(projectRoot, name), join(root, name));
    }
    for (const [path, content] of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return complaintsIn(await runLinter(root));
  } finally {
    await rm(root, { recursive: true });
  }
}

function runLinter(cwd: string): Promise<string> {
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((done, fail) => {
    // Complaints make the exit code 1, which is what is expected here.
    execFile(process.execPath, args, { cwd, maxBuffer: 1 << 26 }, (failure, output, errors) => {
      if (output.trimStart().startsWith('{')) done(output);
      else fail(new Error(`The linter gave no report: ${errors}`, { cause: failure }));
    });
  });
}

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
  }[];
}

function complaintsIn(output: string): ReadonlyMap<string, readonly Complaint[]> {
  // The linter is pinned, and a report of another shape fails the tests that read it.
  const report: Report = JSON.parse(output);
  const complaints = new Map<string, Complaint[]>();
  for (const { category, message, location } of report.diagnostics) {
    const rule = category.split('/').at(-1) ?? category;
    const known = complaints.get(location.path) ?? [];
    complaints.set(location.path, [...known, { rule, message }]);
  }
  return complaints;
}
