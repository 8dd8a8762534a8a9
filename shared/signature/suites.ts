/**
 * The signature suites a certificate may use. The suite is a property of the key: the algorithm
 * in a message's header only has to fit it, it never chooses it.
 */

export const SUITES = ['Ed25519', 'ES256', 'SM2'] as const;
export type Suite = (typeof SUITES)[number];

/** COSE algorithm numbers a suite answers to; the first is the one we issue. Source: RFC 9864, RFC 9053 §2. */
export const SUITE_ALGORITHMS: Readonly<Record<Suite, readonly [number, ...number[]]>> = {
  Ed25519: [-19, -8],
  ES256: [-9, -7],
  // SM2 has no registered COSE number; this one is from the private-use range (RFC 9054 §6.2).
  SM2: [-65_602],
};

/** Every suite's signature is two 32-byte halves. */
export const SIGNATURE_BYTES = 64;

/**
 * The suite an issuers document means by a name, whatever its punctuation ("SM2 with SM3", "sm2-sm3"),
 * or `undefined` for one we do not know.
 */
export function suiteNamed(name: string): Suite | undefined {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (letters === 'ed25519') return 'Ed25519';
  if (letters === 'es256') return 'ES256';
  return ['sm2', 'sm2sm3', 'sm2withsm3'].includes(letters) ? 'SM2' : undefined;
}
