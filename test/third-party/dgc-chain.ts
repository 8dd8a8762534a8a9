import { createHash, X509Certificate } from 'node:crypto';
import { decodeBase45 } from '../../shared/certificate/base45.ts';
import { decodeCbor } from '../../shared/certificate/cbor.ts';
import { splitIntegerMap } from '../../shared/certificate/cbor-profile.ts';
import { decodeSign1, type SignedMessage } from '../../shared/certificate/cose-sign1.ts';
import { inflateZlib } from '../../shared/runtime/inflate.ts';
import { judgeValidity } from '../../shared/verify/validity.ts';
import { FOREIGN_RULES, judgeMessage } from './foreign-messages.ts';

/** One case of the EU's common test data; a result that is absent was not tested. */
export interface DgcCase {
  readonly PREFIX: string;
  /** The health claim as its issuer's library wrote it, before it was wrapped. */
  readonly CBOR?: string;
  readonly COSE?: string;
  readonly TESTCTX: {
    readonly CERTIFICATE: string;
    readonly VALIDATIONCLOCK: string;
    readonly DESCRIPTION: string;
  };
  readonly EXPECTEDRESULTS: Readonly<Record<string, boolean>>;
}

/** What our code finds, in the words of the data; `undefined` is a step that was not reached. */
export interface DgcResults {
  readonly EXPECTEDUNPREFIX: boolean;
  readonly EXPECTEDB45DECODE: boolean | undefined;
  readonly EXPECTEDCOMPRESSION: boolean | undefined;
  readonly EXPECTEDVERIFY: boolean | undefined;
  readonly EXPECTEDEXPIRATIONCHECK: boolean | undefined;
}

const PREFIX = 'HC1:';
const MAX_INFLATED_BYTES = 1_000_000;
const KID_BYTES = 8;

/** Takes a text through prefix, Base45, zlib, COSE and times, each by the product's code where it has it. */
export function judgeDgc(example: DgcCase): DgcResults {
  const cose = openText(example.PREFIX);
  const message = cose.inflated && decodeSign1(cose.inflated, FOREIGN_RULES);
  return {
    EXPECTEDUNPREFIX: cose.unprefixed,
    EXPECTEDB45DECODE: cose.decoded,
    EXPECTEDCOMPRESSION: cose.decoded ? cose.inflated !== undefined : undefined,
    EXPECTEDVERIFY: cose.inflated && isVerified(cose.inflated, example),
    EXPECTEDEXPIRATIONCHECK: message?.ok ? isInForce(message.value, example) : undefined,
  };
}

/** The text as far as its COSE bytes. */
export function openText(text: string): {
  readonly unprefixed: boolean;
  readonly decoded?: boolean;
  readonly inflated?: Uint8Array;
} {
  if (!text.startsWith(PREFIX)) return { unprefixed: false };
  const bytes = decodeBase45(text.slice(PREFIX.length));
  if (!bytes.ok) return { unprefixed: true, decoded: false };
  const inflated = inflateZlib(bytes.value, MAX_INFLATED_BYTES);
  return { unprefixed: true, decoded: true, ...(inflated && { inflated }) };
}

/** Whether kid and signature are those of the case's certificate. */
export function isVerified(cose: Uint8Array, { TESTCTX }: DgcCase): boolean {
  const certificate = new X509Certificate(Buffer.from(TESTCTX.CERTIFICATE, 'base64'));
  const message = decodeSign1(cose, FOREIGN_RULES);
  // Their kid is a hash of the certificate, ours of the key.
  const kid = createHash('sha256').update(certificate.raw).digest().subarray(0, KID_BYTES);
  if (!message.ok || !kid.equals(message.value.kid)) return false;
  return judgeMessage(cose, certificate.publicKey, FOREIGN_RULES) === 'verified';
}

function isInForce({ payload }: SignedMessage, { TESTCTX }: DgcCase): boolean {
  const issuedAt = timeClaim(payload, 6);
  const times = { issuedAt, notBefore: issuedAt, expiresAt: timeClaim(payload, 4) };
  const now = Math.floor(Date.parse(TESTCTX.VALIDATIONCLOCK) / 1000);
  const rest = {
    issuer: '',
    holderCode: '',
    number: new Uint8Array(),
    status: { index: 0, list: '' },
  };
  const credit = { holderName: '', grade: '', evaluated: 0, lists: [] };
  return judgeValidity({ ...rest, ...times, credit }, now) === undefined;
}

function timeClaim(payload: Uint8Array, key: number): number {
  const encoded = splitIntegerMap(payload)?.get(key);
  const value = encoded && decodeCbor(encoded);
  if (!value?.ok || typeof value.value !== 'number') throw new Error(`no time claim ${key}`);
  return value.value;
}
