import {
  COMPANY_CODE_ALPHABET,
  companyCodeCheckCharacter,
} from '../../shared/certificate/company-code.ts';

/** How many different codes there are; a power of two, see `inventedCode`. */
export const MAX_INVENTED_COMPANIES = 2_097_152;

// The organisation numbers DEM00000 to DEM0YYYY are those of the demo world.
const FIRST_NUMBER = 31 ** 4;
const DIGITS = 5;
// Odd, so multiplying by it modulo a power of two meets every number once: the codes of
// neighbouring companies are far apart, as in a real register.
const STRIDE = 1_234_567;

/**
 * The code of an invented enterprise of Jiading: an organisation number that starts with DEM, as
 * no register hands out, and both check characters right.
 * @param index 0 to `MAX_INVENTED_COMPANIES` - 1; another index is another code
 * @param offset turns the order round; any whole number
 */
export function inventedCode(index: number, offset: number): string {
  const scattered = (Math.imul(index, STRIDE) + offset) & (MAX_INVENTED_COMPANIES - 1);
  const organisation = `DEM${inAlphabet(scattered + FIRST_NUMBER)}`;
  const body = `91310114${organisation}${organisationCheckCharacter(organisation)}`;
  return `${body}${companyCodeCheckCharacter(body) ?? ''}`;
}

function inAlphabet(number: number): string {
  let text = '';
  let rest = number;
  for (let digit = 0; digit < DIGITS; digit++) {
    text = COMPANY_CODE_ALPHABET.charAt(rest % COMPANY_CODE_ALPHABET.length) + text;
    rest = Math.floor(rest / COMPANY_CODE_ALPHABET.length);
  }
  return text;
}

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

// GB 11714-1997: modulo 11, ten is written X; letters count from ten here.
function organisationCheckCharacter(organisation: string): string {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries())
    sum += weight * Number.parseInt(organisation.charAt(index), 36);
  const remainder = (11 - (sum % 11)) % 11;
  return remainder === 10 ? 'X' : String(remainder);
}
