import { classifyScannedText } from '../../../shared/certificate/scanned-text.ts';
import { type Comparison, compareCodes } from './compare-codes.ts';
import { extractCompanyCodes } from './extract-company-code.ts';

/**
 * Compares what the scanner read with the certificate on the screen. `undefined` when it is to be
 * judged instead: a certificate always is, and so is a code without a company's, unless the clerk
 * has put the cursor where the licence goes.
 */
export function compareScan(
  expected: string,
  text: string,
  isForLicence: boolean,
): Comparison | undefined {
  if (classifyScannedText(text).kind !== 'foreign') return undefined;
  const isLicence = isForLicence || extractCompanyCodes(text).length > 0;
  return isLicence ? compareCodes(expected, text) : undefined;
}
