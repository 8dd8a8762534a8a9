import { format } from 'node:util';
import { expect as expectation } from 'vitest';

/**
 * What the core tests get for `vitest` inside Electron, whose Node is too old for the real runner:
 * its assertions are the real ones, but the tests are only collected, for `runSuite`. It knows just
 * what they use; anything else they ask the runner for is missing here, so that the suite fails
 * instead of leaving a test out.
 */
interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
}

type Body = () => unknown;
type Row = readonly unknown[];
/** Options and time limits are the real runner's business. */
type Settings = number | { readonly timeout?: number };

const tests: CollectedTest[] = [];
const preparations: Body[] = [];
const titles: string[] = [];

/** The real assertions; only this file gets the real module. */
export const expect = expectation;

/** What the bundle does once all test files have been loaded. */
export function collectedTests(): readonly CollectedTest[] {
  return tests;
}

/** What has to run before the first test. */
export function collectedPreparations(): readonly Body[] {
  return preparations;
}

/** Groups tests under a title. */
export function describe(title: string, body: Body): void {
  titles.push(title);
  body();
  titles.pop();
}

/** Collects one test. */
export function it(title: string, body: Body, _settings?: Settings): void {
  tests.push({ name: [...titles, title].join(' > '), run: body });
}

describe.each = <Value>(rows: readonly Value[]) => forEachRow(rows, describe);
it.each = <Value>(rows: readonly Value[]) => forEachRow(rows, it);

/** Collects a preparation; which group it stands in makes no difference to a suite without clean-up. */
export function beforeAll(body: Body): void {
  preparations.push(body);
}

// A row that is an array is spread over the arguments, in the title and in the test alike.
function forEachRow<Value>(rows: readonly Value[], collect: (title: string, body: Body) => void) {
  return (title: string, body: (...row: never[]) => unknown, _settings?: Settings): void => {
    rows.forEach((value, index) => {
      const row: Row = Array.isArray(value) ? value : [value];
      const name = `${format(title, ...row)} [${index}]`;
      collect(name, () => body(...(row as never[])));
    });
  };
}
