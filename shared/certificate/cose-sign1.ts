import { Tag } from 'cbor2';
import { joinBytes, plainBytes } from '../bytes.ts';
import { failure, type Result, success } from '../result.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';

/** A message with one signature, taken apart but not yet believed. Source: RFC 9052 §4.2. */
export interface SignedMessage {
  /** COSE algorithm the message claims; the key decides whether that is true. */
  readonly algorithm: number;
  /** Key identifier: a hint for finding the key, not an identity. */
  readonly kid: Uint8Array;
  /** Header parameter 16 (RFC 9596), where the rules allow one. */
  readonly type: string | undefined;
  /** The exact bytes the signature covers, built from what was received. */
  readonly signedBytes: Uint8Array;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

/** How strictly a message is read. Certificates use the strictest rules; test data of others looser ones. */
export interface Sign1Rules {
  /** Exactly these labels in the protected header, or `any`. */
  readonly protectedLabels: readonly number[] | 'any';
  readonly unprotectedHeader: 'empty' | 'any';
  readonly tag: 'required' | 'optional';
  /** Length of the key identifier in bytes, or `any`. */
  readonly kidLength: number | 'any';
}

const LABEL_ALGORITHM = 1;
const LABEL_CRITICAL = 2;
const LABEL_KID = 4;
const LABEL_TYPE = 16;
const TAG_COSE_SIGN1 = 18;
const TAG_CWT = 61;
const KID_BYTES = 8;

/** Rules for a certificate: exactly alg and kid, both signed. */
export const CERTIFICATE_RULES: Sign1Rules = {
  protectedLabels: [LABEL_ALGORITHM, LABEL_KID],
  unprotectedHeader: 'empty',
  tag: 'required',
  kidLength: KID_BYTES,
};

/** Rules for a status list: as for a certificate, and the type besides. */
export const STATUS_LIST_RULES: Sign1Rules = {
  ...CERTIFICATE_RULES,
  protectedLabels: [LABEL_ALGORITHM, LABEL_KID, LABEL_TYPE],
};

/** Takes a COSE_Sign1 message apart. Never throws. Source: RFC 9052 §4.2, RFC 8392 §6 (tag 61). */
export function decodeSign1(
  bytes: Uint8Array,
  rules: Sign1Rules,
): Result<SignedMessage, 'malformed'> {
  const item = decodeCbor(bytes);
  if (!item.ok) return item;
  const parts = unwrapTags(item.value, rules.tag);
  if (!Array.isArray(parts) || parts.length !== 4) return failure('malformed');
  const [protectedBytes, unprotectedHeader, payload, signature]: unknown[] = parts;
  if (!(protectedBytes instanceof Uint8Array && unprotectedHeader instanceof Map))
    return failure('malformed');
  if (!(payload instanceof Uint8Array && signature instanceof Uint8Array))
    return failure('malformed');
  const header = readHeaders(protectedBytes, unprotectedHeader, rules);
  if (header === undefined) return failure('malformed');
  return success({
    ...header,
    signedBytes: encodeSigStructure(protectedBytes, payload),
    payload,
    signature,
  });
}

/**
 * Builds a COSE_Sign1 message, the mirror of `decodeSign1`.
 * `sign` gets the bytes to be signed and gives the raw signature.
 */
export function encodeSign1(
  header: { readonly algorithm: number; readonly kid: Uint8Array; readonly type?: string },
  payload: Uint8Array,
  sign: (signedBytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const labels = new Map<number, unknown>([
    [LABEL_ALGORITHM, header.algorithm],
    [LABEL_KID, plainBytes(header.kid)],
  ]);
  if (header.type !== undefined) labels.set(LABEL_TYPE, header.type);
  const protectedBytes = encodeCbor(labels);
  const signature = plainBytes(sign(encodeSigStructure(protectedBytes, payload)));
  return encodeCbor(new Tag(TAG_COSE_SIGN1, [protectedBytes, new Map(), payload, signature]));
}

function unwrapTags(item: unknown, rule: Sign1Rules['tag']): unknown {
  const inner = item instanceof Tag && item.tag === TAG_CWT ? item.contents : item;
  if (inner instanceof Tag) return inner.tag === TAG_COSE_SIGN1 ? inner.contents : undefined;
  // RFC 8392 §6: behind tag 61 there has to be a COSE tag.
  return rule === 'optional' && inner === item ? inner : undefined;
}

function readHeaders(
  protectedBytes: Uint8Array,
  unprotectedHeader: ReadonlyMap<unknown, unknown>,
  rules: Sign1Rules,
): Pick<SignedMessage, 'algorithm' | 'kid' | 'type'> | undefined {
  if (rules.unprotectedHeader === 'empty' && unprotectedHeader.size > 0) return undefined;
  const decoded = decodeCbor(protectedBytes);
  if (!decoded.ok || !(decoded.value instanceof Map)) return undefined;
  const labels: ReadonlyMap<unknown, unknown> = decoded.value;
  if (!hasAllowedLabels(labels, rules.protectedLabels)) return undefined;
  // RFC 9052 §3: a label stands in one of the two headers, never in both.
  for (const label of labels.keys()) if (unprotectedHeader.has(label)) return undefined;
  // RFC 9052 §3.1: whoever does not understand a critical parameter has to refuse; we know none.
  if (labels.has(LABEL_CRITICAL) || unprotectedHeader.has(LABEL_CRITICAL)) return undefined;
  const algorithm = labels.get(LABEL_ALGORITHM);
  const kid = labels.get(LABEL_KID) ?? unprotectedHeader.get(LABEL_KID);
  const type = labels.get(LABEL_TYPE);
  if (typeof algorithm !== 'number' || !Number.isSafeInteger(algorithm)) return undefined;
  if (!(kid instanceof Uint8Array) || (rules.kidLength !== 'any' && kid.length !== rules.kidLength))
    return undefined;
  if (type !== undefined && typeof type !== 'string') return undefined;
  return { algorithm, kid, type };
}

function hasAllowedLabels(
  labels: ReadonlyMap<unknown, unknown>,
  allowed: Sign1Rules['protectedLabels'],
): boolean {
  if (allowed === 'any') return true;
  return labels.size === allowed.length && allowed.every((label) => labels.has(label));
}

const SIGNATURE1_CONTEXT = encodeCbor('Signature1');
const FOUR_ITEMS = Uint8Array.of(0x84);
const NO_EXTERNAL_DATA = Uint8Array.of(0x40);

// Sig_structure of RFC 9052 §4.4, from the received bytes: re-encoding would sign something else.
function encodeSigStructure(protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  return joinBytes(
    FOUR_ITEMS,
    SIGNATURE1_CONTEXT,
    byteStringHead(protectedBytes.length),
    protectedBytes,
    NO_EXTERNAL_DATA,
    byteStringHead(payload.length),
    payload,
  );
}

// RFC 8949 §3.1: major type 2 with its length in the shortest form.
function byteStringHead(length: number): Uint8Array {
  if (length < 24) return Uint8Array.of(0x40 | length);
  if (length < 0x100) return Uint8Array.of(0x58, length);
  if (length < 0x10000) return Uint8Array.of(0x59, length >> 8, length & 0xff);
  return Uint8Array.of(
    0x5a,
    length >>> 24,
    (length >> 16) & 0xff,
    (length >> 8) & 0xff,
    length & 0xff,
  );
}
