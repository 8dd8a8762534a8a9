import { expectedVerdict, type SampleResult } from './judge-samples.ts';

/** Draws the results as a table of plain text with a closing line of counts. */
export function drawResultTable(results: readonly SampleResult[]): string {
  const rows = [
    ['sample', 'expected', 'verdict', 'ms', ''],
    ...results.map((result) => [
      result.sample.id,
      expectedVerdict(result.sample),
      result.verdict,
      String(result.milliseconds),
      result.agrees ? 'as expected' : 'DIFFERS',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const agreeing = results.filter(({ agrees }) => agrees).length;
  return [...lines, '', `${agreeing} of ${results.length} as expected`].join('\n');
}
