import { parseCode } from '../import/parse-values.ts';
import type { Company } from '../store/credit-record.ts';
import type { SharedStore } from '../store/office-store.ts';
import { openSharedStore } from '../store/open-store.ts';
import {
  type CommandInput,
  type CommandOutput,
  officeFolderArgument,
  UsageError,
} from './command.ts';

/** A command about one company: `DIR CODE`. Throws `UsageError`, and when there is no such company. */
export async function withCompany(
  input: CommandInput,
  tell: (store: SharedStore, company: Company) => Promise<CommandOutput>,
): Promise<CommandOutput> {
  const [folder, text, ...rest] = input.positionals;
  if (folder === undefined || text === undefined)
    throw new UsageError('DIR and CODE are needed: the folder of the office, a unified code');
  officeFolderArgument({ ...input, positionals: [folder, ...rest] });
  const code = parseCode(text);
  if (!code.ok) throw new UsageError('CODE is a unified code of 18 digits and capital letters');
  const store = await openSharedStore(folder);
  try {
    const company = await store.companies.company(code.value);
    if (company === undefined) throw new Error(`the office knows no company ${code.value}`);
    return await tell(store, company);
  } finally {
    await store.close();
  }
}
