import type { TestProject } from 'vitest/node';
import { type PreparedProgram, prepareProgram } from '../../build/prepare-program.ts';
import { hasDisplay, startVirtualDisplay } from '../../build/virtual-display.ts';

/** What a test of the packaged program gets. */
export interface ProgramForTests extends PreparedProgram {
  /** `DISPLAY` of the virtual screen, or nothing where there is a real one. */
  readonly display: string | undefined;
}

declare module 'vitest' {
  export interface ProvidedContext {
    program: ProgramForTests;
  }
}

/**
 * Gives the tests the program that `npm test` has prepared, or prepares one, and a screen of their
 * own. Run by the test runner before them.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const { PREPARED_PROGRAM } = process.env;
  const program: PreparedProgram =
    PREPARED_PROGRAM === undefined ? await prepareProgram() : JSON.parse(PREPARED_PROGRAM);
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  project.provide('program', { ...program, display: display?.display });
  return () => display?.stop();
}
