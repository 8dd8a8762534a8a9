/** The part of sm-crypto that the oracle tests use; it brings no types of its own. */
declare module 'sm-crypto' {
  interface KeyPairHex {
    readonly publicKey: string;
    readonly privateKey: string;
  }
  interface SignatureOptions {
    /** Hash with SM3 and the user id first, as GB/T 32918.2 says. */
    readonly hash: boolean;
    readonly publicKey?: string;
  }
  const sm2: {
    generateKeyPairHex(): KeyPairHex;
    compressPublicKeyHex(publicKey: string): string;
    doSignature(message: Uint8Array, privateKey: string, options: SignatureOptions): string;
    doVerifySignature(
      message: Uint8Array,
      signature: string,
      publicKey: string,
      options: SignatureOptions,
    ): boolean;
  };
  const smCrypto: { readonly sm2: typeof sm2; readonly sm3: (message: Uint8Array) => string };
  // CommonJS, of which Node does not see all names.
  export = smCrypto;
}
