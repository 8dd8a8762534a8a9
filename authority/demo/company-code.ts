import { companyCodeCheckCharacter } from '../../shared/certificate/company-code.ts';

/**
 * A unified code for an invented company: a market regulator's enterprise in Jiading with an
 * organisation number that no register hands out. Both check characters are right.
 * @param number 0 to 9999
 */
export function demoCompanyCode(number: number): string {
  const organisation = `DEM0${String(number).padStart(4, '0')}`;
  const body = `91310114${organisation}${organisationCheckCharacter(organisation)}`;
  return `${body}${companyCodeCheckCharacter(body) ?? ''}`;
}

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

// GB 11714-1997: modulo 11, ten is written X; letters count from ten here.
function organisationCheckCharacter(organisation: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(organisation.charAt(index), 36),
    0,
  );
  const remainder = (11 - (sum % 11)) % 11;
  return remainder === 10 ? 'X' : String(remainder);
}
