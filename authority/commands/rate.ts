import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dateOfDay } from '../rating/calendar.ts';
import { DEFAULT_SCHEME_FILE, loadScheme } from '../rating/load-scheme.ts';
import { type RateOutcome, rateAll } from '../rating/rate-all.ts';
import { hasStore, openOfficeStore } from '../store/open-store.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE, causeOf, dayOption } from './change-options.ts';
import { type Command, officeFolderArgument, optionOr } from './command.ts';

/** `rate DIR`: a rating of every company. */
export const rate: Command = {
  summary: 'rate every company by the rules of a scheme',
  usage: `rate DIR [--as-of YYYY-MM-DD] [--scheme FILE] [--out FILE] ${CHANGE_USAGE}`,
  options: {
    'as-of': { type: 'string' },
    scheme: { type: 'string' },
    out: { type: 'string' },
    ...CHANGE_OPTIONS,
  },
  async run(input) {
    const folder = officeFolderArgument(input);
    const asOf = dayOption(input, 'as-of');
    const scheme = loadScheme(optionOr(input, 'scheme', '') || DEFAULT_SCHEME_FILE);
    if (!hasStore(folder)) throw new Error(`no companies were imported into ${folder} yet`);
    const store = await openOfficeStore(folder);
    const results = openResults(optionOr(input, 'out', ''));
    try {
      const request = { asOf, scheme, cause: causeOf(input), onLines: results?.add };
      const outcome = await rateAll(store, request);
      results?.keep();
      const day = dateOfDay(asOf);
      return {
        json: { asOf: day, scheme: scheme.scheme.version, ...outcome },
        words: describe(outcome, day),
      };
    } finally {
      results?.end();
      await store.close();
    }
  },
};

interface Results {
  readonly add: (lines: string) => void;
  /** Puts the file in place. */
  readonly keep: () => void;
  /** Lets a file go that was not kept. */
  readonly end: () => void;
}

function openResults(file: string): Results | undefined {
  if (file === '') return undefined;
  const draft = `${file}.part`;
  // Reasons stay at the office: for its owner only.
  const descriptor = openSync(draft, 'w', 0o600);
  return {
    add: (lines) => {
      writeSync(descriptor, lines);
    },
    keep: () => renameSync(draft, file),
    end() {
      closeSync(descriptor);
      rmSync(draft, { force: true });
    },
  };
}

function describe(outcome: RateOutcome, day: string): string[] {
  const grades = Object.entries(outcome.grades)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([grade, companies]) => `${grade === '-' ? 'not rated' : grade} ${companies}`);
  return [
    `rating ${outcome.run} as of ${day}: ${outcome.rated} companies`,
    `grades: ${grades.join(', ') || 'none'}`,
    `${outcome.changed} grades changed, ${outcome.superseded} certificates superseded`,
    `digest ${outcome.digest}`,
  ];
}
