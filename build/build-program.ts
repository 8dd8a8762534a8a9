import { join } from 'node:path';
import { createBuilder } from 'vite';
import { projectRoot } from './project-folders.ts';

/**
 * Builds renderer, main process and preload into `dist/`; warnings only are printed.
 *
 * @throws Error with the bundler's words when a source does not build.
 */
export async function buildProgram(): Promise<void> {
  // A test runner says "test" here, with which React and its components become other programs than
  // those a hall gets: slower, and with tables that take any width for theirs.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const builder = await createBuilder({
    configFile: join(projectRoot, 'vite.config.ts'),
    logLevel: 'warn',
  });
  await builder.buildApp();
  if (before !== undefined) process.env.NODE_ENV = before;
}
