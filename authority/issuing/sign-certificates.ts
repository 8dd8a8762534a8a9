import { randomFillSync } from 'node:crypto';
import { toHex } from '../../shared/bytes.ts';
import type { StatusReference } from '../../shared/certificate/claims.ts';
import { encodeCertificate } from '../../shared/certificate/encode-certificate.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { type Signer, withSigner } from '../keys/signer.ts';
import type { NewCertificate } from '../store/certificate-book.ts';
import type { CertificatePlan } from './certificate-plan.ts';

/** What all certificates of a batch have in common. */
export interface CertificateTerms {
  /** Division code of the office. */
  readonly issuer: string;
  readonly signer: Signer;
  readonly issuedAt: EpochSeconds;
  readonly expiresAt: EpochSeconds;
}

const NUMBER_BYTES = 16;
// Numbers of a batch start alike, so that the store's indexes of numbers take them in at one place:
// at random places each would cost a page of the disk or two, more of them the larger an office is.
// What comes after the start is 96 random bits of each certificate's own.
const SHARED_NUMBER_BYTES = 4;

/**
 * Signs one certificate for each plan, with the status index that was reserved for it. The first
 * four bytes of their numbers are random and common to all.
 */
export async function signCertificates(
  plans: readonly CertificatePlan[],
  references: readonly StatusReference[],
  terms: CertificateTerms,
): Promise<readonly NewCertificate[]> {
  const { suite, kid } = terms.signer.describe();
  const key = { suite, kid: toHex(kid) };
  const start = randomFillSync(new Uint8Array(SHARED_NUMBER_BYTES));
  return Promise.all(
    plans.map(async (plan, place) => {
      const status = references[place];
      if (status === undefined) throw new Error('fewer status indexes than certificates');
      return { ...(await signOne(plan, numberFrom(start), { status, terms })), ...key };
    }),
  );
}

function numberFrom(start: Uint8Array): Uint8Array {
  const number = randomFillSync(new Uint8Array(NUMBER_BYTES));
  number.set(start);
  return number;
}

async function signOne(
  plan: CertificatePlan,
  number: Uint8Array,
  { status, terms }: { readonly status: StatusReference; readonly terms: CertificateTerms },
): Promise<Omit<NewCertificate, 'suite' | 'kid'>> {
  const { holder, holderName, grade, evaluated, lists } = plan;
  const { issuer, signer, issuedAt, expiresAt } = terms;
  const credit = { holderName, grade, evaluated, lists };
  const times = { issuedAt, notBefore: issuedAt, expiresAt };
  const claims = { issuer, holderCode: holder, ...times, number, status, credit };
  const text = await withSigner(signer, (header) => encodeCertificate(claims, header));
  const shown = toHex(number).toUpperCase();
  return { number: shown, holder, status, issuedAt, expiresAt, grade, evaluated, lists, text };
}
