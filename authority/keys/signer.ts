import type { CertificateSigner } from '../../shared/certificate/encode-certificate.ts';
import type { SigningKey } from './signing-key.ts';

/** What everybody may know of a signer. */
export type SignerDescription = Pick<SigningKey, 'suite' | 'algorithm' | 'kid' | 'publicKeyInfo'>;

/**
 * Somebody who signs certificates. A key file signs at once; a hardware module or a certified SM2
 * module answers later and never lets its key out. Issuing knows only this interface.
 */
export interface Signer {
  readonly describe: () => SignerDescription;
  /** The signature in the raw form of the suite: 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/** A signer whose key this process holds. */
export function localSigner(key: SigningKey): Signer {
  const { suite, algorithm, kid, publicKeyInfo } = key;
  const description = { suite, algorithm, kid, publicKeyInfo };
  return { describe: () => description, sign: key.sign };
}

const PLACEHOLDER = new Uint8Array(0);

/**
 * Builds a signed text with a signer that may answer later. The bytes to be signed are the same
 * in both passes, because `build` gets nothing else that changes.
 */
export async function withSigner(
  signer: Signer,
  build: (signer: CertificateSigner) => string,
): Promise<string> {
  const { algorithm, kid } = signer.describe();
  let answer: Promise<Uint8Array> | undefined;
  const text = build({
    ...{ algorithm, kid },
    sign: (bytes) => {
      const signature = signer.sign(bytes);
      if (signature instanceof Uint8Array) return signature;
      answer = signature;
      return PLACEHOLDER;
    },
  });
  if (answer === undefined) return text;
  const signature = await answer;
  return build({ algorithm, kid, sign: () => signature });
}
