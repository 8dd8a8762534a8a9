import { createPublicKey, type KeyObject } from 'node:crypto';
import { decodeSign1, type Sign1Rules } from '../../shared/certificate/cose-sign1.ts';
import { preparePublicKey, verifySignature } from '../../shared/signature/public-key.ts';

/** As loose as our reader gets: any header, any key identifier, but one there must be. */
export const FOREIGN_RULES: Sign1Rules = {
  protectedLabels: 'any',
  unprotectedHeader: 'any',
  tag: 'optional',
  kidLength: 'any',
};

/** What our code makes of a message: the first thing it refuses, or `verified`. */
export type Outcome = 'malformed' | 'unusable-key' | 'bad-signature' | 'verified';

/** Reads a message by the given rules and checks it with the key, both by the product's code. */
export function judgeMessage(bytes: Uint8Array, key: KeyObject, rules: Sign1Rules): Outcome {
  const message = decodeSign1(bytes, rules);
  if (!message.ok) return 'malformed';
  const publicKey = preparePublicKey(key.export({ format: 'der', type: 'spki' }));
  if (publicKey === undefined) return 'unusable-key';
  return verifySignature(publicKey, message.value) ? 'verified' : 'bad-signature';
}

/** A public key from its coordinates; `y` only for elliptic curves of the Weierstrass form. */
export function keyFromCoordinates(curve: string, x: Uint8Array, y?: Uint8Array): KeyObject {
  const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  const jwk = y
    ? { kty: 'EC', crv: curve, x: toText(x), y: toText(y) }
    : { kty: 'OKP', crv: curve, x: toText(x) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}
