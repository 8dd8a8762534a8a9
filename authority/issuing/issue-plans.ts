import type { Cause } from '../store/cause.ts';
import type { CertificateBook, NewCertificate } from '../store/certificate-book.ts';
import { type CertificatePlan, type PlanStanding, standingOf } from './certificate-plan.ts';
import { type CertificateTerms, signCertificates } from './sign-certificates.ts';

/** How a batch is issued. */
export interface IssueOrder {
  readonly terms: CertificateTerms;
  readonly cause: Cause;
  /** Issues even where a certificate for the same rating is there. */
  readonly again: boolean;
  /** Keys that leaked, hex; what they signed is issued anew. */
  readonly withdrawnKids?: ReadonlySet<string>;
  /** Hands out certificates that are in the store: new ones, and those that stood already. */
  readonly deliver: (certificates: readonly NewCertificate[]) => void | Promise<void>;
}

/** What became of the plans of a batch. */
export interface IssueTally {
  readonly issued: number;
  /** Had a certificate for this rating. */
  readonly standing: number;
  /** Their certificate for this rating is suspended or revoked; only `again` issues another. */
  readonly withheld: number;
}

/**
 * Issues what is due, page by page. A page is reserved, signed and noted before anything of it is
 * handed out, so that whatever cuts it off, the next run goes on where the store ends: no index is
 * used twice, no company gets two certificates for one rating.
 */
export async function issuePlans(
  book: CertificateBook,
  pages: AsyncIterable<readonly CertificatePlan[]>,
  order: IssueOrder,
): Promise<IssueTally> {
  let tally: IssueTally = { issued: 0, standing: 0, withheld: 0 };
  for await (const page of pages) {
    const { due, standing, withheld } = await sortOut(book, page, order);
    const issued = await issueDue(book, due, order);
    await order.deliver([...standing, ...issued]);
    tally = {
      issued: tally.issued + issued.length,
      standing: tally.standing + standing.length,
      withheld: tally.withheld + withheld,
    };
  }
  return tally;
}

const NONE: ReadonlySet<string> = new Set();

interface SortedPage {
  readonly due: readonly CertificatePlan[];
  readonly standing: readonly NewCertificate[];
  readonly withheld: number;
}

async function sortOut(
  book: CertificateBook,
  page: readonly CertificatePlan[],
  { terms, again, withdrawnKids = NONE }: IssueOrder,
): Promise<SortedPage> {
  if (again) return { due: page, standing: [], withheld: 0 };
  const due: CertificatePlan[] = [];
  const standing: NewCertificate[] = [];
  let withheld = 0;
  for (const plan of page) {
    const newest = await book.newestOf(plan.holder);
    const standingTerms = { now: terms.issuedAt, withdrawnKids };
    const found: PlanStanding = standingOf(plan, newest, standingTerms);
    if (found === 'due') due.push(plan);
    else if (found === 'issued' && newest) standing.push(newest);
    else withheld++;
  }
  return { due, standing, withheld };
}

async function issueDue(
  book: CertificateBook,
  due: readonly CertificatePlan[],
  { terms, cause }: IssueOrder,
): Promise<readonly NewCertificate[]> {
  if (due.length === 0) return [];
  // On the disk before anything is signed with them.
  const references = await book.reserve(terms.issuer, due.length);
  const certificates = await signCertificates(due, references, terms);
  await book.add(certificates, cause);
  return certificates;
}
