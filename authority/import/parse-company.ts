import { failure, type Result, success } from '../../shared/result.ts';
import type { Company } from '../store/credit-record.ts';
import type { COMPANY_COLUMNS, Values } from './columns.ts';
import { type LineFault, lineFault } from './line-fault.ts';
import { parseCode, parseDate, parseName } from './parse-values.ts';

/** Reads the values of a line about a company. */
export function parseCompany(values: Values<typeof COMPANY_COLUMNS>): Result<Company, LineFault> {
  const code = parseCode(values.code);
  if (!code.ok) return code;
  const name = parseName('bad-name', values.name);
  if (!name.ok) return name;
  // The code tells the division of the registration authority: GB 32100, characters 3 to 8.
  const division = values.division.trim() || code.value.slice(2, 8);
  if (!/^\d{6}$/.test(division)) return lineFault('bad-division', division);
  const registered = parseDate('registered', values.registered);
  if (!registered.ok) return failure(registered.failure);
  return success({ code: code.value, name: name.value, division, registered: registered.value });
}
