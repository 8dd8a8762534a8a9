import type { EpochSeconds } from '../../shared/time.ts';
import type { StoredCertificate } from '../store/certificate-book.ts';
import type { Company } from '../store/credit-record.ts';
import type { SharedStore } from '../store/office-store.ts';
import type { StoredRating } from '../store/rating-book.ts';

/** How a company's newest certificate stands. */
export const STANDINGS = [
  'valid',
  'none',
  'expired',
  'superseded',
  'suspended',
  'revoked',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What the office knows about a company, as the company may see it. */
export interface CompanyView {
  readonly company: Company;
  readonly rating: StoredRating | undefined;
  readonly certificate: StoredCertificate | undefined;
  readonly standing: Standing;
  /** The grade that counts now: the rating's, else that of a certificate issued by hand. */
  readonly grade: string | undefined;
}

/** Reads what a page about a company shows. */
export async function readCompanyView(
  store: SharedStore,
  company: Company,
  now: EpochSeconds,
): Promise<CompanyView> {
  const rating = await store.ratings.rating(company.code);
  const certificate = await store.certificates.newestOf(company.code);
  const standing = standingOf(certificate, now);
  const grade = rating === undefined ? certificate?.grade : (rating.grade ?? undefined);
  return { company, rating, certificate, standing, grade };
}

function standingOf(certificate: StoredCertificate | undefined, now: EpochSeconds): Standing {
  if (certificate === undefined) return 'none';
  if (certificate.state !== 'valid') return certificate.state;
  return now >= certificate.expiresAt ? 'expired' : 'valid';
}
