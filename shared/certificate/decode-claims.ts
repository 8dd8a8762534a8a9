import {
  MAX_CERTIFICATE_NUMBER_BYTES,
  MAX_GRADE_LENGTH,
  MAX_HOLDER_NAME_LENGTH,
  MIN_CERTIFICATE_NUMBER_BYTES,
} from '../limits.ts';
import { failure, type Result, success } from '../result.ts';
import { decodeCbor } from './cbor.ts';
import { splitIntegerMap } from './cbor-profile.ts';
import {
  type CertificateClaims,
  CLAIM,
  CREDIT_KEY,
  type CreditClaim,
  STATUS_KEY,
  type StatusReference,
} from './claims.ts';
import { hasCompanyCodeForm } from './company-code.ts';

/** The first claim that is missing or of the wrong form, for example `claim 4` or `credit 2`. */
export type ClaimsFailure = string;

/**
 * Reads the claims of a certificate whose signature holds. Never throws.
 * Claims and credit keys we do not know are not even decoded, because the format may grow.
 */
export function decodeClaims(payload: Uint8Array): Result<CertificateClaims, ClaimsFailure> {
  const claims = splitIntegerMap(payload);
  if (claims === undefined) return failure('payload');
  const issuer = claimValue(claims, CLAIM.issuer);
  if (!isText(issuer) || !/^[0-9]{6}$/.test(issuer)) return failure('claim 1');
  const holderCode = claimValue(claims, CLAIM.subject);
  if (!isText(holderCode) || !hasCompanyCodeForm(holderCode)) return failure('claim 2');
  const issuedAt = claimValue(claims, CLAIM.issuedAt);
  if (!isInteger(issuedAt)) return failure('claim 6');
  const expiresAt = claimValue(claims, CLAIM.expires);
  if (!isInteger(expiresAt) || expiresAt <= issuedAt) return failure('claim 4');
  const notBefore = claims.has(CLAIM.notBefore) ? claimValue(claims, CLAIM.notBefore) : issuedAt;
  if (!isInteger(notBefore)) return failure('claim 5');
  const number = claimValue(claims, CLAIM.number);
  if (!isCertificateNumber(number)) return failure('claim 7');
  const status = readStatus(claimValue(claims, CLAIM.status));
  if (status === undefined) return failure('claim 65535');
  const credit = readCredit(claims.get(CLAIM.credit));
  if (!credit.ok) return credit;
  const { value } = credit;
  return success({
    issuer,
    holderCode,
    issuedAt,
    notBefore,
    expiresAt,
    number,
    status,
    credit: value,
  });
}

function readStatus(claim: unknown): StatusReference | undefined {
  const list: unknown = claim instanceof Map ? claim.get(STATUS_KEY.list) : undefined;
  if (!(list instanceof Map)) return undefined;
  const index: unknown = list.get(STATUS_KEY.index);
  const uri: unknown = list.get(STATUS_KEY.uri);
  return isInteger(index) && index >= 0 && isText(uri) ? { index, list: uri } : undefined;
}

function readCredit(claim: Uint8Array | undefined): Result<CreditClaim, ClaimsFailure> {
  const credit = claim && splitIntegerMap(claim);
  if (credit === undefined) return failure('claim -70001');
  const holderName = claimValue(credit, CREDIT_KEY.name);
  if (!isTextWithin(holderName, MAX_HOLDER_NAME_LENGTH)) return failure('credit 1');
  const grade = claimValue(credit, CREDIT_KEY.grade);
  if (!isTextWithin(grade, MAX_GRADE_LENGTH)) return failure('credit 2');
  const evaluated = claimValue(credit, CREDIT_KEY.evaluated);
  if (!isInteger(evaluated)) return failure('credit 3');
  const lists: unknown = credit.has(CREDIT_KEY.lists) ? claimValue(credit, CREDIT_KEY.lists) : [];
  if (!Array.isArray(lists) || !lists.every(isText)) return failure('credit 4');
  if (!credit.has(CREDIT_KEY.presentation)) return success({ holderName, grade, evaluated, lists });
  const presentation = claimValue(credit, CREDIT_KEY.presentation);
  if (!isInteger(presentation) || presentation <= 0) return failure('credit 5');
  return success({ holderName, grade, evaluated, lists, presentation });
}

// The value of a claim, or `undefined` when it is missing or cannot be decoded: no claim may be undefined.
function claimValue(map: ReadonlyMap<number, Uint8Array>, key: number): unknown {
  const encoded = map.get(key);
  const decoded = encoded && decodeCbor(encoded);
  return decoded?.ok ? decoded.value : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

// Counted in Unicode code points: a rare Chinese character is one, though JavaScript stores two units.
function isTextWithin(value: unknown, maximum: number): value is string {
  return isText(value) && value.length > 0 && Array.from(value).length <= maximum;
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isCertificateNumber(value: unknown): value is Uint8Array {
  return (
    value instanceof Uint8Array &&
    value.length >= MIN_CERTIFICATE_NUMBER_BYTES &&
    value.length <= MAX_CERTIFICATE_NUMBER_BYTES
  );
}
