import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { projectRoot } from './project-folders.ts';

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Each test that failed: its file, its name, and the beginning of what the runner said. */
  readonly failures: readonly string[];
}

/** What the runner writes, as far as it is read here. */
interface RunnerReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    /** Path of the file. */
    readonly name: string;
    readonly status: string;
    /** Why the file as a whole failed; empty when only its tests did. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

/**
 * What the runner counted. A run that failed without a failing test still counts as one failure.
 * @param resultFile the runner's report (JSON), which may not have been written
 * @param group name of the group, to put in front of each failure
 * @param succeeded whether the runner ended with status 0
 */
export function readTestCount(resultFile: string, group: string, succeeded: boolean): TestCount {
  let report: RunnerReport;
  try {
    report = JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    // Nothing to run, or the runner ended before it could write; what it printed stands above.
    const failures = succeeded ? [] : [`[${group}] the runner ended without a report`];
    return { passed: 0, failed: failures.length, skipped: 0, failures };
  }
  const failures = describeFailures(report).map((failure) => `[${group}] ${failure}`);
  if (failures.length === 0 && !succeeded) failures.push(`[${group}] failed outside of its tests`);
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, succeeded ? 0 : 1),
    skipped: report.numPendingTests,
    failures,
  };
}

/** Lines of a message that are worth repeating at the end of a long run. */
const MESSAGE_LINES = 6;

function describeFailures(report: RunnerReport): string[] {
  return report.testResults.flatMap((file) => {
    const path = relative(projectRoot, file.name);
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0) {
      return file.status === 'failed' ? [`${path}\n${beginningOf(file.message)}`] : [];
    }
    return tests.map(
      ({ fullName, failureMessages }) =>
        `${path}: ${fullName}\n${beginningOf((failureMessages ?? []).join('\n'))}`,
    );
  });
}

function beginningOf(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(0, MESSAGE_LINES)
    .map((line) => `    ${line}`)
    .join('\n');
}
