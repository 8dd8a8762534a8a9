import { randomInt } from 'node:crypto';
import { generateFiles } from '../generate/generate-files.ts';
import { MAX_INVENTED_COMPANIES } from '../generate/invented-code.ts';
import { countOption, dayOption } from './change-options.ts';
import { type Command, officeFolderArgument } from './command.ts';

const MAX_SEED = 0xffff_ffff;

/** `generate DIR`: an invented register, for trials and measurements. */
export const generate: Command = {
  summary: 'invent companies and records, for trials',
  usage: 'generate DIR --companies N [--seed S] [--as-of YYYY-MM-DD]',
  options: {
    companies: { type: 'string' },
    seed: { type: 'string' },
    'as-of': { type: 'string' },
  },
  run(input) {
    const folder = officeFolderArgument(input);
    const companies = countOption(input, 'companies', { from: 1, to: MAX_INVENTED_COMPANIES });
    const seed =
      input.values.seed === undefined
        ? randomInt(MAX_SEED + 1)
        : countOption(input, 'seed', { from: 0, to: MAX_SEED });
    const asOf = dayOption(input, 'as-of');
    const outcome = generateFiles({ folder, companies, seed, asOf });
    return {
      json: { seed, ...outcome },
      words: [
        `${outcome.companies} invented companies in ${outcome.companiesFile}`,
        `${outcome.records} invented records in ${outcome.recordsFile}`,
        `seed ${seed}`,
      ],
    };
  },
};
