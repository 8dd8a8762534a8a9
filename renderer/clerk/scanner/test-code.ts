/** The characters of a certificate (Base45, RFC 9285), each of which a scanner has to send rightly. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** As often as makes it as long as a certificate: some scanners lose keys only after a few hundred. */
const TIMES = 8;

/**
 * What the scanner test has scanned: it looks like a certificate but is of a version that never was,
 * so that it can be mistaken for none.
 */
export const TEST_CODE = `PCC0:${ALPHABET.repeat(TIMES)}`;

/** Whether a character may stand in a certificate. */
export function isCertificateCharacter(character: string): boolean {
  return ALPHABET.includes(character);
}
