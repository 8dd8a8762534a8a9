import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewCertificate } from '../../authority/store/certificate-book.ts';
import type { Company, CreditRecord } from '../../authority/store/credit-record.ts';
import type { ImportOutcome } from '../../authority/store/import-batch.ts';
import type { OfficeStore } from '../../authority/store/office-store.ts';
import { openOfficeStore } from '../../authority/store/open-store.ts';
import type { Rating, RatingRun } from '../../authority/store/rating-book.ts';

/** Offices for the tests of the store; their folders go when the test file ends. */
export const work = mkdtempSync(join(tmpdir(), 'store-test-'));

export const cause = { who: 'tester', at: 1_793_000_000, why: 'test' };
export const HOLDER = '91310114DEM10RGR32';
export const OTHER = '91310114DEM2B86H7A';
export const company = (code: string): Company => ({
  code,
  name: '上海云杉样例有限公司',
  division: '310114',
  registered: 15_000,
});
export const record = (number: string, change: Partial<CreditRecord> = {}): CreditRecord => ({
  number,
  kind: 'negative',
  severity: 'minor',
  authority: '样例局',
  date: 20_000,
  corrected: undefined,
  repaired: undefined,
  list: undefined,
  until: undefined,
  ...change,
});

let folders = 0;
export async function newStore(): Promise<{
  readonly folder: string;
  readonly store: OfficeStore;
}> {
  const folder = join(work, `office-${++folders}`);
  return { folder, store: await openOfficeStore(folder) };
}

export async function importInto(
  store: OfficeStore,
  records: readonly CreditRecord[] = [],
): Promise<ImportOutcome> {
  const batch = await store.companies.startImport({ companiesFile: 'c', recordsFile: 'r' });
  const companies = [HOLDER, OTHER].map((code, index) => ({
    line: index + 2,
    company: company(code),
  }));
  await batch.addCompanies(companies);
  await batch.addRecords(records.map((value, line) => ({ line, holder: HOLDER, record: value })));
  return batch.commit({ cause, onFinding: () => undefined, detail: {} });
}

export async function rateAs(
  store: OfficeStore,
  grades: Readonly<Record<string, string | null>>,
): Promise<RatingRun> {
  const plan = { asOf: 20_500, scheme: 'test', schemeDigest: '00' };
  const run = await store.ratings.startRun(plan, cause);
  const ratings: Rating[] = Object.entries(grades).map(([holder, grade]) => ({
    ...{ holder, grade, lists: ['city'], reasons: [{ rule: 'clean', records: ['x'] }] },
  }));
  await run.put(ratings);
  return run;
}

export async function certificate(
  store: OfficeStore,
  number: string,
  grade = 'A',
): Promise<NewCertificate> {
  const [status] = await store.certificates.reserve('310114', 1);
  if (status === undefined) throw new Error('no index');
  return {
    ...{ number, holder: HOLDER, status, issuedAt: cause.at, expiresAt: cause.at + 1_000 },
    ...{
      grade,
      evaluated: 20_500,
      lists: ['city'],
      suite: 'SM2',
      kid: '00',
      text: `PCC1:${number}`,
    },
  };
}
