import { getHashes } from 'node:crypto';
import { runSuite } from './run-suite.ts';

/** Runs what was collected and ends the process; the last line written is the summary. */
export async function reportSuite(): Promise<void> {
  const hasSm3 = getHashes().some((name) => name.toLowerCase() === 'sm3');
  const summary = await runSuite(hasSm3);
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  process.exit(summary.failed === 0 ? 0 : 1);
}
