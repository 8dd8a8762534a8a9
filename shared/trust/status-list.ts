import { decodeCbor } from '../certificate/cbor.ts';
import { splitIntegerMap } from '../certificate/cbor-profile.ts';
import { decodeSign1, STATUS_LIST_RULES } from '../certificate/cose-sign1.ts';
import { MAX_INFLATED_STATUS_LIST_BYTES, MAX_STATUS_LIST_BYTES } from '../limits.ts';
import { failure, type Result, success } from '../result.ts';
import { inflateZlib } from '../runtime/inflate.ts';
import { verifySignature } from '../signature/public-key.ts';
import type { EpochSeconds } from '../time.ts';
import { type IssuerKey, type IssuerKeys, keysFor } from './issuer-keys.ts';

/** What the office says about one certificate. */
export type CertificateStatus = 'valid' | 'revoked' | 'suspended' | 'superseded';

/** A verified status list, inflated once; a lookup reads two bits. */
export interface StatusList {
  /** Target name in the trust repository, `status/<name>`. */
  readonly name: string;
  /** Office whose certificates it speaks about. */
  readonly issuer: string;
  readonly signedAt: EpochSeconds;
  readonly statuses: PackedStatuses;
}

/** Statuses of 1, 2, 4 or 8 bits, the first in the lowest bits of the first byte. */
export interface PackedStatuses {
  readonly bits: number;
  readonly bytes: Uint8Array;
}

/** Why a status list was not taken. */
export type StatusListFailure =
  | 'too-large'
  | 'malformed'
  | 'wrong-type'
  | 'wrong-subject'
  | 'unknown-key'
  | 'bad-signature'
  | 'key-withdrawn'
  | 'key-use'
  | 'key-not-valid-at-issue';

const STATUS_LIST_TYPE = 'application/statuslist+cwt';
const CLAIM_SUBJECT = 2;
const CLAIM_ISSUED_AT = 6;
const CLAIM_STATUS_LIST = 65_533;
const BITS_OF_OUR_LISTS = 2;

/**
 * Verifies and opens one status list in its CWT form. Never throws.
 * Source: IETF Token Status List (draft-ietf-oauth-status-list-20) §4, §5.2.
 * @param name target name under which the repository delivered it
 */
export function openStatusList(
  name: string,
  bytes: Uint8Array,
  keys: IssuerKeys,
): Result<StatusList, StatusListFailure> {
  if (bytes.length > MAX_STATUS_LIST_BYTES) return failure('too-large');
  const message = decodeSign1(bytes, STATUS_LIST_RULES);
  if (!message.ok) return message;
  if (message.value.type !== STATUS_LIST_TYPE) return failure('wrong-type');
  const candidates = keysFor(keys, message.value.kid);
  if (candidates.length === 0) return failure('unknown-key');
  const key = candidates.find((candidate) => verifySignature(candidate.publicKey, message.value));
  if (key === undefined) return failure('bad-signature');
  const claims = decodeStatusListClaims(message.value.payload);
  if (!claims.ok) return claims;
  // A list under another name would speak about other companies.
  if (claims.value.subject !== name) return failure('wrong-subject');
  if (claims.value.statuses.bits !== BITS_OF_OUR_LISTS) return failure('malformed');
  const refusal = refusalOf(key, claims.value.issuedAt);
  if (refusal !== undefined) return failure(refusal);
  const { issuedAt: signedAt, statuses } = claims.value;
  return success({ name, issuer: key.issuer, signedAt, statuses });
}

function refusalOf(key: IssuerKey, issuedAt: EpochSeconds): StatusListFailure | undefined {
  if (key.state === 'withdrawn') return 'key-withdrawn';
  if (!key.uses.has('status')) return 'key-use';
  return issuedAt < key.notBefore || issuedAt > key.notAfter ? 'key-not-valid-at-issue' : undefined;
}

/** The claims of a status list that concern a verifier. */
export interface StatusListClaims {
  readonly subject: string;
  readonly issuedAt: EpochSeconds;
  readonly statuses: PackedStatuses;
}

/** Reads the claims of a status list whose signature holds. Never throws. */
export function decodeStatusListClaims(payload: Uint8Array): Result<StatusListClaims, 'malformed'> {
  const claims = splitIntegerMap(payload);
  const subject = claimValue(claims?.get(CLAIM_SUBJECT));
  const issuedAt = claimValue(claims?.get(CLAIM_ISSUED_AT));
  const list = claims?.get(CLAIM_STATUS_LIST);
  if (typeof subject !== 'string' || !isTime(issuedAt) || list === undefined)
    return failure('malformed');
  const statuses = decodeStatuses(list);
  return statuses.ok ? success({ subject, issuedAt, statuses: statuses.value }) : statuses;
}

/** Reads the StatusList structure `{bits, lst}`. Never throws. Source: the same draft, §4.3. */
export function decodeStatuses(encoded: Uint8Array): Result<PackedStatuses, 'malformed'> {
  const list = claimValue(encoded);
  if (!(list instanceof Map)) return failure('malformed');
  const bits: unknown = list.get('bits');
  const compressed: unknown = list.get('lst');
  if (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) return failure('malformed');
  if (!(compressed instanceof Uint8Array)) return failure('malformed');
  const bytes = inflateZlib(compressed, MAX_INFLATED_STATUS_LIST_BYTES);
  return bytes === undefined ? failure('malformed') : success({ bits, bytes });
}

/** The number at an index, or `undefined` when the list has no such index. */
export function packedStatusAt(statuses: PackedStatuses, index: number): number | undefined {
  const perByte = 8 / statuses.bits;
  const byte = statuses.bytes[Math.floor(index / perByte)];
  if (byte === undefined) return undefined;
  return (byte >> ((index % perByte) * statuses.bits)) & (2 ** statuses.bits - 1);
}

const STATUS_BY_NUMBER = ['valid', 'revoked', 'suspended', 'superseded'] as const;

/** What a list says about the certificate at an index, or `undefined` when it has no such index. */
export function statusAt(list: StatusList, index: number): CertificateStatus | undefined {
  const number = packedStatusAt(list.statuses, index);
  return number === undefined ? undefined : STATUS_BY_NUMBER[number];
}

function claimValue(encoded: Uint8Array | undefined): unknown {
  const decoded = encoded && decodeCbor(encoded);
  return decoded?.ok ? decoded.value : undefined;
}

function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
