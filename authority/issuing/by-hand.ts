import type { Cause } from '../store/cause.ts';
import type { CompanyBook } from '../store/office-store.ts';

/** A company as somebody wrote it down by hand. */
export interface HandwrittenCompany {
  readonly code: string;
  /** Missing: the name under which the office knows it. */
  readonly name: string | undefined;
}

// Characters 3 to 8 of a unified code are the division of the registering authority (GB 32100-2015 §4).
const DIVISION = [2, 8] as const;

/**
 * The name of a company that gets a certificate by hand; one the office does not know yet is taken
 * in. Throws when there is no name, or another one than the office's: that is changed by import.
 */
export async function nameByHand(
  companies: CompanyBook,
  { code, name }: HandwrittenCompany,
  cause: Cause,
): Promise<string> {
  const known = await companies.company(code);
  if (known === undefined) {
    if (name === undefined) throw new Error(`the office knows no company ${code}; give --name`);
    await takeIn(companies, { code, name }, cause);
    return name;
  }
  if (name !== undefined && name !== known.name)
    throw new Error(`the office knows ${code} as "${known.name}"; an import changes that`);
  return known.name;
}

async function takeIn(
  companies: CompanyBook,
  { code, name }: { readonly code: string; readonly name: string },
  cause: Cause,
): Promise<void> {
  const batch = await companies.startImport({ companiesFile: 'by hand', recordsFile: '' });
  const company = { code, name, division: code.slice(...DIVISION), registered: undefined };
  await batch.addCompanies([{ line: 1, company }]);
  await batch.commit({ cause, onFinding: () => undefined, detail: { from: 'issue' } });
}
