import { decode, Tag } from 'cbor2';
import { decodeBase45, encodeBase45 } from '../../shared/certificate/base45.ts';
import { encodeCbor } from '../../shared/certificate/cbor.ts';
import type { CertificateSigner } from '../../shared/certificate/encode-certificate.ts';

/**
 * A certificate taken to pieces, so that a test can break one and sign the rest properly. Works on
 * CBOR itself and not through the product's own structures, which could not even say most of it.
 */
export interface CertificateParts {
  readonly tags: readonly number[];
  readonly protectedHeader: ReadonlyMap<number, unknown>;
  readonly unprotectedHeader: ReadonlyMap<number, unknown>;
  readonly payload: Uint8Array | null;
}

const CREDIT = -70_001;

/** Takes a good certificate apart. */
export function dismantle(text: string): CertificateParts {
  const bytes = decodeBase45(text.slice('PCC1:'.length));
  if (!bytes.ok) throw new Error('no certificate');
  const tag: unknown = decode(bytes.value, { preferMap: true });
  if (!(tag instanceof Tag) || !Array.isArray(tag.contents)) throw new Error('no message');
  const [protectedBytes, unprotectedHeader, payload]: unknown[] = tag.contents;
  if (!(protectedBytes instanceof Uint8Array && payload instanceof Uint8Array))
    throw new Error('no message');
  if (!(unprotectedHeader instanceof Map)) throw new Error('no message');
  return { tags: [18], protectedHeader: decodeMap(protectedBytes), unprotectedHeader, payload };
}

/** Puts the pieces together and signs them; a detached payload is signed as if it were empty. */
export function reassemble(parts: CertificateParts, signer: CertificateSigner): string {
  const protectedBytes = encodeCbor(parts.protectedHeader);
  const payload = parts.payload ?? new Uint8Array();
  const signedBytes = encodeCbor(['Signature1', protectedBytes, new Uint8Array(), payload]);
  const signature = new Uint8Array(signer.sign(signedBytes));
  const message = [protectedBytes, parts.unprotectedHeader, parts.payload, signature];
  const tagged = parts.tags.reduceRight<unknown>((inner, tag) => new Tag(tag, inner), message);
  return `PCC1:${encodeBase45(encodeCbor(tagged))}`;
}

/** The same certificate with one claim changed, or removed when the value is `undefined`. */
export function changeClaim(
  parts: CertificateParts,
  key: number,
  value: unknown,
): CertificateParts {
  return { ...parts, payload: encodeCbor(changed(decodeMap(parts.payload), key, value)) };
}

/** The same certificate with one key of the credit claim changed or removed. */
export function changeCredit(
  parts: CertificateParts,
  key: number,
  value: unknown,
): CertificateParts {
  const credit: unknown = decodeMap(parts.payload).get(CREDIT);
  if (!(credit instanceof Map)) throw new Error('no credit claim');
  return changeClaim(parts, CREDIT, changed(credit, key, value));
}

function decodeMap(bytes: Uint8Array | null): Map<number, unknown> {
  const map: unknown = bytes && decode(bytes, { preferMap: true });
  if (!(map instanceof Map)) throw new Error('no map');
  return map;
}

function changed(
  map: ReadonlyMap<number, unknown>,
  key: number,
  value: unknown,
): Map<number, unknown> {
  const copy = new Map(map);
  if (value === undefined) copy.delete(key);
  else copy.set(key, value);
  return copy;
}
