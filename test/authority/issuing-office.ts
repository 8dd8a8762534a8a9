import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificatePlan } from '../../authority/issuing/certificate-plan.ts';
import { issuePlans } from '../../authority/issuing/issue-plans.ts';
import { localSigner } from '../../authority/keys/signer.ts';
import { createOffice, openOffice } from '../../authority/office/office-folder.ts';
import type { NewCertificate } from '../../authority/store/certificate-book.ts';
import type { OfficeStore } from '../../authority/store/office-store.ts';
import { openOfficeStore } from '../../authority/store/open-store.ts';
import { companyCodeCheckCharacter } from '../../shared/certificate/company-code.ts';

/** An office with invented companies, for tests and benchmarks of issuing. */

export const cause = { who: 'tester', at: 1_793_000_000, why: '' };

/** The unified code of an invented company, by its number. */
export function codeOf(index: number): string {
  const body = `91310114MA${String(index).padStart(7, '0')}`;
  return body + companyCodeCheckCharacter(body);
}

/** Makes an office whose keys lie open, as only a demo's may. */
export function makeOffice(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const name = { 'zh-CN': '样例信用服务中心', en: 'Sample Credit Centre' };
  const office = { issuer: '310114', name, suite: 'Ed25519', domain: 'demo' } as const;
  createOffice(folder, { ...office, protection: 'none' }, Math.floor(Date.now() / 1000) - 60);
}

/** Takes in invented companies. */
export async function takeIn(store: OfficeStore, count: number): Promise<void> {
  const batch = await store.companies.startImport({ companiesFile: 'c', recordsFile: '' });
  await batch.addCompanies(
    Array.from({ length: count }, (_, index) => {
      const name = `上海云杉样例第${index}有限公司`;
      const company = { code: codeOf(index), name, division: '310114', registered: 15_000 };
      return { line: index + 1, company };
    }),
  );
  await batch.commit({ cause, onFinding: () => undefined, detail: {} });
}

/** Rates companies 0 to `count` - 1 with one grade. */
export async function rateAll(
  store: OfficeStore,
  count: number,
  rating: { readonly asOf: number; readonly grade: string },
): Promise<void> {
  const plan = { asOf: rating.asOf, scheme: 'test', schemeDigest: '00' };
  const run = await store.ratings.startRun(plan, cause);
  await run.put(
    Array.from({ length: count }, (_, index) => codeOf(index))
      .sort()
      .map((holder) => ({ holder, grade: rating.grade, lists: [], reasons: [] })),
  );
  await run.complete('00');
}

/** An office with companies that are all rated alike. */
export async function makeRatedOffice(folder: string, count: number): Promise<OfficeStore> {
  makeOffice(folder);
  const store = await openOfficeStore(folder);
  await takeIn(store, count);
  await rateAll(store, count, { asOf: 20_500, grade: 'A' });
  return store;
}

/** Issues a certificate by hand to the first of the invented companies. */
export async function issueOne(folder: string): Promise<NewCertificate> {
  const store = await openOfficeStore(folder);
  const issuedAt = Math.floor(Date.now() / 1000) - 30;
  const signer = localSigner(openOffice(folder).keys.certificate.key);
  const terms = { issuer: '310114', signer, issuedAt, expiresAt: issuedAt + 30 * 86_400 };
  let issued: NewCertificate | undefined;
  const deliver = ([certificate]: readonly NewCertificate[]): void => {
    issued = certificate;
  };
  async function* plans(): AsyncGenerator<readonly CertificatePlan[]> {
    const evaluated = Math.floor(issuedAt / 86_400);
    yield [
      { holder: codeOf(0), holderName: '上海云杉样例有限公司', grade: 'A', evaluated, lists: [] },
    ];
  }
  await takeIn(store, 1);
  await issuePlans(store.certificates, plans(), { terms, cause, again: true, deliver });
  await store.close();
  if (issued === undefined) throw new Error('nothing was issued');
  return issued;
}

/** The database of an office. */
export function databaseOf(folder: string): string {
  return join(folder, 'office.sqlite');
}
