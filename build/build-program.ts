import { join } from 'node:path';
import { createBuilder } from 'vite';
import { projectRoot } from './project-folders.ts';

/**
 * Builds renderer, main process and preload into `dist/`; warnings only are printed.
 *
 * @throws Error with the bundler's words when a source does not build.
 */
export async function buildProgram(): Promise<void> {
  const builder = await createBuilder({
    configFile: join(projectRoot, 'vite.config.ts'),
    logLevel: 'warn',
  });
  await builder.buildApp();
}
