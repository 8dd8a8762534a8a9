import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { ENCODINGS } from '../import/decode-lines.ts';
import { openFindingsFile } from '../import/findings-file.ts';
import { type ImportReport, importFiles } from '../import/import-files.ts';
import { FORMATS } from '../import/read-table.ts';
import type { ImportCounts } from '../store/import-batch.ts';
import { hasStore, openOfficeStore } from '../store/open-store.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE, causeOf } from './change-options.ts';
import {
  type Command,
  type CommandInput,
  officeFolderArgument,
  oneOf,
  optionOr,
  requiredOption,
} from './command.ts';

/** `import DIR`: companies and records into the office's register. */
export const importCommand: Command = {
  summary: 'take companies and records into the register',
  usage: `import DIR --companies FILE --records FILE [--format csv|jsonl] [--encoding auto|utf-8|gb18030] [--findings FILE] ${CHANGE_USAGE}`,
  options: {
    companies: { type: 'string' },
    records: { type: 'string' },
    format: { type: 'string' },
    encoding: { type: 'string' },
    findings: { type: 'string' },
    ...CHANGE_OPTIONS,
  },
  async run(input) {
    const folder = officeFolderArgument(input);
    const request = {
      companies: requiredOption(input, 'companies'),
      records: requiredOption(input, 'records'),
      format: oneOf('format', optionOr(input, 'format', 'csv'), FORMATS),
      encoding: oneOf('encoding', optionOr(input, 'encoding', 'auto'), ENCODINGS),
      cause: causeOf(input),
    };
    // A store is made where there is none; a command with a slip in it should not make one.
    accessSync(request.companies, constants.R_OK);
    accessSync(request.records, constants.R_OK);
    const isNew = !hasStore(folder);
    const store = await openOfficeStore(folder);
    const findingsFile = findingsFileOf(input, folder, request.cause.at);
    const findings = openFindingsFile(findingsFile);
    try {
      const report = await importFiles(store, { ...request, onFinding: findings.add });
      findings.keep();
      return {
        json: { ...report, findingsFile },
        words: [
          ...(isNew ? [`note: a new register was made in ${folder}`] : []),
          ...describe(report, findingsFile),
        ],
      };
    } catch (error) {
      findings.discard();
      throw error;
    } finally {
      await store.close();
    }
  },
};

function findingsFileOf(input: CommandInput, folder: string, at: number): string {
  const stamp = new Date(at * 1_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return optionOr(input, 'findings', join(folder, `import-${stamp}-findings.csv`));
}

function describe(report: ImportReport, findingsFile: string): string[] {
  const { companies, records, unreadable, failedCheckCharacters } = report;
  return [
    `import ${report.batch}`,
    `companies: ${count(companies, unreadable.companies)}`,
    `records: ${count(records, unreadable.records)}`,
    ...(failedCheckCharacters > 0
      ? [`note: ${failedCheckCharacters} company codes fail their check character; accepted`]
      : []),
    `findings, line by line: ${findingsFile}`,
  ];
}

function count(counts: ImportCounts, unreadable: number): string {
  const { added, changed, unchanged, duplicates, rejected } = counts;
  return `${added} added, ${changed} changed, ${unchanged} unchanged, ${duplicates} duplicate lines ignored, ${rejected + unreadable} lines rejected`;
}
