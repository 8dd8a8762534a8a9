import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '../../authority/import/import-files.ts';
import { issuePlans } from '../../authority/issuing/issue-plans.ts';
import { plansOfCompanies } from '../../authority/issuing/plan-pages.ts';
import { describeIssuerKey } from '../../authority/keys/issuer-key.ts';
import { localSigner } from '../../authority/keys/signer.ts';
import { createOffice, openOffice } from '../../authority/office/office-folder.ts';
import { newAccessCode } from '../../authority/portal/access-code.ts';
import { makeAccessSecret } from '../../authority/portal/access-secret.ts';
import { loadScheme } from '../../authority/rating/load-scheme.ts';
import { rateAll } from '../../authority/rating/rate-all.ts';
import { STATUS_LIST_SIZE } from '../../authority/status-lists.ts';
import type { Cause } from '../../authority/store/cause.ts';
import type { OfficeStore } from '../../authority/store/office-store.ts';
import { openOfficeStore } from '../../authority/store/open-store.ts';
import { writeStatusList } from '../../authority/write-status-list.ts';
import { type EpochSeconds, shanghaiDayOf } from '../../shared/time.ts';
import { assembleTrustBundle, type TrustBundle } from '../../shared/trust/trust-bundle.ts';

/** An office with a few companies, one for each thing the portal can have to say. */

/** 2026-11-25T02:00:00Z, ten in the morning in Shanghai. */
export const NOW: EpochSeconds = 1_795_572_000;
const DAY = 86_400;

/** Good grade, certificate in force. */
export const GOOD = '91310114DEM10RGR32';
/** Poor grade, with records that count, one corrected, one repaired since. */
export const POOR = '91310114DEM2B86H7A';
/** Its certificate is suspended. */
export const SUSPENDED = '91310114MA00000023';
/** Too young to be rated; no certificate. */
export const YOUNG = '91310114MA00000031';
/** Its name is an attack on the page it stands on. */
export const HOSTILE = '91310114MA0000004X';
export const HOSTILE_NAME = '</title><script>alert(1)</script><b onclick="x">\'"&有限公司';

const COMPANIES = `code,name,division,registered
${GOOD},上海云杉样例精密机械有限公司,310114,2010-05-01
${POOR},上海浮萍样例贸易有限公司,310114,2011-05-01
${SUSPENDED},上海驿站样例物流有限公司,310114,2012-05-01
${YOUNG},上海新叶样例园艺有限公司,310114,2026-10-01
${HOSTILE},"${HOSTILE_NAME.replaceAll('"', '""')}",310114,2013-05-01
`;

const RECORDS = `code,number,kind,severity,authority,date,corrected,repaired,list,from,until
${GOOD},嘉激励〔2025〕3号,positive,,嘉定区样例局,2025-03-01,,,district,2025-03-01,
${POOR},沪样罚字〔2025〕第1号,negative,serious,上海市样例监督管理局,2025-06-01,,,,,
${POOR},沪样罚字〔2026〕第2号,negative,serious,上海市样例税务局,2026-02-01,2026-03-01,,,,
`;

export const work = mkdtempSync(join(tmpdir(), 'portal-test-'));

const cause: Cause = { who: 'tester', at: NOW - DAY, why: '' };

/** Makes the office in a folder and gives it back with nobody at work there. */
export async function makePortalOffice(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const name = {
    'zh-CN': '嘉定区公共信用服务中心（样例）',
    en: 'Jiading Public Credit Centre (sample)',
  };
  const office = { issuer: '310114', name, suite: 'Ed25519', domain: 'demo' } as const;
  createOffice(folder, { ...office, protection: 'none' }, NOW - 30 * DAY);
  await withStore(folder, async (store) => {
    await importInto(store, folder, RECORDS);
    const asOf = shanghaiDayOf(cause.at);
    await rateAll(store, { asOf, scheme: loadScheme(), cause });
    await issueTo(store, folder, [GOOD, POOR, SUSPENDED, HOSTILE]);
    const certificate = await store.certificates.newestOf(SUSPENDED);
    await store.certificates.change(
      { number: certificate?.number ?? '', state: 'suspended', reason: 'under-review' },
      cause,
    );
    await importInto(store, folder, RECORDS.replace('2026-03-01,,', '2026-03-01,2026-11-24,'));
  });
}

/** Works on the office as its own commands do. */
export async function withStore<Value>(
  folder: string,
  work: (store: OfficeStore) => Promise<Value>,
): Promise<Value> {
  const store = await openOfficeStore(folder);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Gives a company an access code, as `authority access-code` does. */
export async function giveAccessCode(
  folder: string,
  holder: string,
  at = cause.at,
): Promise<string> {
  const code = newAccessCode();
  const secret = await makeAccessSecret(code);
  await withStore(folder, (store) => store.access.setSecret(holder, secret, { ...cause, at }));
  return code;
}

/** What a kiosk of this office trusts. */
export function trustBundleOf(folder: string, now: EpochSeconds): TrustBundle {
  const { issuer, name, keys, policy } = openOffice(folder);
  const list = `status/${issuer}-1`;
  const content = { name: list, signedAt: now, size: STATUS_LIST_SIZE, exceptions: new Map() };
  const issuers = {
    version: 1,
    issuers: [{ id: issuer, name, keys: Object.values(keys).map(describeIssuerKey) }],
  };
  const bytes = (document: unknown) => new TextEncoder().encode(JSON.stringify(document));
  const bundle = assembleTrustBundle(
    {
      issuers: bytes(issuers),
      policy: bytes(policy),
      statusLists: new Map([[list, writeStatusList(content, keys.status.key)]]),
    },
    now,
  );
  if (!bundle.ok) throw new Error('no bundle');
  return bundle.value;
}

async function importInto(store: OfficeStore, folder: string, records: string): Promise<void> {
  const files = { companies: join(folder, 'c.csv'), records: join(folder, 'r.csv') };
  writeFileSync(files.companies, COMPANIES);
  writeFileSync(files.records, records);
  const form = { format: 'csv', encoding: 'auto', cause } as const;
  await importFiles(store, { ...files, ...form, onFinding: () => undefined });
}

async function issueTo(
  store: OfficeStore,
  folder: string,
  codes: readonly string[],
): Promise<void> {
  const { issuer, keys } = openOffice(folder);
  const times = { issuedAt: cause.at, expiresAt: cause.at + 365 * DAY };
  const terms = { issuer, signer: localSigner(keys.certificate.key), ...times };
  const order = { terms, cause, again: false, deliver: () => undefined };
  await issuePlans(store.certificates, plansOfCompanies(store, codes), order);
}
