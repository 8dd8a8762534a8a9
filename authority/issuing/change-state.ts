import type { Cause } from '../store/cause.ts';
import type { CertificateBook, ReasonClass, StateChange } from '../store/certificate-book.ts';

/** What an office may do with a certificate, and the classes of reasons for it. Never the matter itself. */
export const STATE_CHANGES = {
  revoke: {
    state: 'revoked',
    reasons: ['issued-in-error', 'holder-request', 'holder-dissolved', 'key-compromised'],
  },
  suspend: { state: 'suspended', reasons: ['under-review', 'holder-request'] },
  reinstate: { state: 'valid', reasons: ['review-ended', 'holder-request'] },
} as const satisfies Readonly<
  Record<string, { state: StateChange['state']; reasons: readonly ReasonClass[] }>
>;
export type StateVerb = keyof typeof STATE_CHANGES;

/** A change as it was asked for. */
export interface WantedChange {
  readonly verb: StateVerb;
  /** As printed: groups and small letters are let through. */
  readonly number: string;
  readonly reason: ReasonClass;
}

/** Changes the state of a certificate and gives its plain number. Throws when that is not possible. */
export async function changeState(
  book: CertificateBook,
  { verb, number, reason }: WantedChange,
  cause: Cause,
): Promise<string> {
  const plain = number.replace(/\s/g, '').toUpperCase();
  const { state } = STATE_CHANGES[verb];
  const result = await book.change({ number: plain, state, reason }, cause);
  if (result === 'unknown-certificate') throw new Error(`there is no certificate ${plain}`);
  if (result === 'not-possible') {
    const current = (await book.certificate(plain))?.state ?? 'unknown';
    throw new Error(`certificate ${plain} is ${current}; nothing to ${verb}`);
  }
  return plain;
}
