import { collectedPreparations, collectedTests } from './collected-tests.ts';

/** Where the suite ran and how it went; one line of JSON on standard output. */
export interface SuiteSummary {
  readonly collected: number;
  readonly passed: number;
  readonly failed: number;
  readonly milliseconds: number;
  /** `browser` is Electron's name for the main process; plain Node has none. */
  readonly processType: string | undefined;
  readonly versions: Readonly<Record<string, string | undefined>>;
  /** OpenSSL has SM3, Electron's BoringSSL has not: a sign of where the suite really ran. */
  readonly hasSm3: boolean;
}

/** Runs every collected test, names each that fails on a line of its own, and sums up. */
export async function runSuite(hasSm3: boolean): Promise<SuiteSummary> {
  const started = performance.now();
  for (const prepare of collectedPreparations()) await prepare();
  const tests = collectedTests();
  let failed = 0;
  for (const test of tests) {
    try {
      await test.run();
    } catch (error) {
      failed++;
      const [firstLine] = String(error).split('\n');
      process.stdout.write(`FAILED ${`${test.name}: ${firstLine}`.replaceAll(/\s+/g, ' ')}\n`);
    }
  }
  const { electron, node, v8, chrome, openssl } = process.versions;
  return {
    collected: tests.length,
    passed: tests.length - failed,
    failed,
    milliseconds: Math.round(performance.now() - started),
    processType: 'type' in process ? String(process.type) : undefined,
    versions: { electron, node, v8, chrome, openssl },
    hasSm3,
  };
}
