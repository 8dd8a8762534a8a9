import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../authority/default-policy.ts';
import { issuePlans } from '../../authority/issuing/issue-plans.ts';
import { plansOfCompanies } from '../../authority/issuing/plan-pages.ts';
import { signCertificates } from '../../authority/issuing/sign-certificates.ts';
import { describeIssuerKey } from '../../authority/keys/issuer-key.ts';
import { localSigner } from '../../authority/keys/signer.ts';
import { openOffice } from '../../authority/office/office-folder.ts';
import { runCommand } from '../../authority/run-command.ts';
import type { StoredCertificate } from '../../authority/store/certificate-book.ts';
import type { OfficeStore } from '../../authority/store/office-store.ts';
import { openOfficeStore } from '../../authority/store/open-store.ts';
import { writeStatusList } from '../../authority/write-status-list.ts';
import { assembleTrustBundle } from '../../shared/trust/trust-bundle.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { issuerKey, jsonBytes, TEST_NOW } from '../world/test-world.ts';
import { codeOf, makeRatedOffice, rateAll } from './issuing-office.ts';
import { runAuthority } from './store-run-authority.ts';

const COMPANIES = 6;
const work = mkdtempSync(join(tmpdir(), 'issuing-test-'));
const folder = join(work, 'office');
afterAll(() => rmSync(work, { recursive: true, force: true }));
beforeAll(async () => {
  await (await makeRatedOffice(folder, COMPANIES)).close();
});

function issueJson(...args: readonly string[]) {
  const { status, stdout, stderr } = runAuthority('issue', folder, ...args, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

async function withStore<Value>(use: (store: OfficeStore) => Promise<Value>): Promise<Value> {
  const store = await openOfficeStore(folder);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const all = (index: number): Promise<readonly StoredCertificate[]> =>
  withStore((store) => store.certificates.allOf(codeOf(index)));

describe('issuing by the ratings', () => {
  it('gives a whole grade its certificates once, however often it is asked', async () => {
    expect(issueJson('--grade', 'A')).toEqual({ issued: COMPANIES, standing: 0, withheld: 0 });
    expect(issueJson('--grade', 'A')).toEqual({ issued: 0, standing: COMPANIES, withheld: 0 });
    expect(await all(0)).toMatchObject([{ state: 'valid', grade: 'A', evaluated: 20_500 }]);
  });

  it('gives a batch numbers that stand together in the register, and differ in all else', async () => {
    const numbers = await withStore(async ({ certificates }) => {
      const newest = Array.from({ length: COMPANIES }, (_, index) =>
        certificates.newestOf(codeOf(index)),
      );
      return (await Promise.all(newest)).map((certificate) => certificate?.number ?? '');
    });
    const [alike, own] = [
      new Set(numbers.map((number) => number.slice(0, 8))),
      new Set(numbers.map((number) => number.slice(8))),
    ];
    expect([alike.size, own.size]).toEqual([1, COMPANIES]);
    for (const number of numbers) expect(number).toMatch(/^[0-9A-F]{32}$/);
    const other = issueJson('--company', codeOf(0), '--again').number;
    expect(alike).not.toContain(other.slice(0, 8));
  });

  it('gives one company the certificate it has, and another one only when told', () => {
    const first = issueJson('--company', codeOf(1));
    expect(issueJson('--company', codeOf(1))).toMatchObject({ issued: 0, number: first.number });
    const again = issueJson('--company', codeOf(1), '--again');
    expect(again.number).not.toBe(first.number);
    expect([again.list, again.index]).not.toEqual([first.list, first.index]);
  });

  it('ends the older certificate of a company when a newer one is issued', async () => {
    const states = (await all(1)).map(({ state, reason }) => [state, reason]);
    expect(states).toEqual([
      ['valid', undefined],
      ['superseded', 'newer-certificate'],
    ]);
  });

  it('takes a list of codes, with remarks and line ends of another system', () => {
    const list = join(work, 'list.txt');
    writeFileSync(list, `\ufeff# first batch\r\n${codeOf(2)}\r\n\r\n${codeOf(3)}\r\n`);
    expect(issueJson('--list', list)).toEqual({ issued: 0, standing: 2, withheld: 0 });
    writeFileSync(list, `${codeOf(2)}\nHELLO\n`);
    const { status, stderr } = runAuthority('issue', folder, '--list', list);
    expect({ status, stderr: stderr.trim() }).toEqual({
      status: 1,
      stderr: `authority: ${list}, line 2: "HELLO" is no unified code`,
    });
  });

  it('writes text, drawings and page, and completes what is missing', () => {
    const out = join(work, 'out');
    issueJson('--company', codeOf(4), '--out', out, '--svg', '--png', '--pdf');
    const files = readdirSync(out);
    expect(files.map((name) => name.split('.').at(-1)).sort()).toEqual([
      'pdf',
      'png',
      'svg',
      'txt',
    ]);
    const pdf = files.find((name) => name.endsWith('.pdf')) ?? '';
    const bytes = readFileSync(join(out, pdf));
    rmSync(join(out, pdf));
    issueJson('--company', codeOf(4), '--out', out, '--pdf');
    expect(Buffer.compare(readFileSync(join(out, pdf)), bytes)).toBe(0);
  });

  it.each([
    ['nobody', [], 64, 'give --company'],
    ['two at once', ['--list', 'x', '--grade', 'A'], 64, '--list stands alone'],
    ['a grade that is none', ['--grade', 'Z'], 64, 'no grade "Z"'],
    ['pictures without a folder', ['--grade', 'A', '--png'], 64, '--out'],
    ['a company nobody rated', ['--company', codeOf(99)], 1, 'was not rated yet'],
    ['a stranger without a name', ['--company', codeOf(98), '--grade', 'A'], 1, 'give --name'],
    ['another name', ['--company', codeOf(0), '--grade', 'B', '--name', '云'], 1, 'knows'],
    ['a validity that is none', ['--grade', 'A', '--days', '0'], 64, '--days'],
  ])('says in one line what is wrong with %s', async (_what, args, status, words) => {
    const answer = await runCommand(['issue', folder, ...args]);
    expect(answer).toMatchObject({ status, words: '' });
    expect(answer.complaint).toContain(words);
    expect(answer.complaint).not.toContain('\n');
  });
});

describe('withdrawing', () => {
  const change = (verb: string, number: string, reason: string) =>
    runAuthority(verb, folder, '--certificate', number, '--reason', reason, '--by', 'desk 3');

  it('suspends, reinstates and revokes, by classes of reasons only', async () => {
    const { number } = issueJson('--company', codeOf(5));
    const printed = String(number).toLowerCase().replace(/.{4}/g, '$& ');
    expect(change('suspend', printed, 'under-review').status).toBe(0);
    expect(await all(5)).toMatchObject([{ state: 'suspended', reason: 'under-review' }]);
    // A batch does not undo it.
    expect(issueJson('--grade', 'A')).toMatchObject({ issued: 0, withheld: 1 });
    expect(change('reinstate', number, 'review-ended').status).toBe(0);
    expect(change('revoke', number, 'holder-dissolved').status).toBe(0);
    expect(await all(5)).toMatchObject([{ state: 'revoked', reason: 'holder-dissolved' }]);
    expect(change('reinstate', number, 'review-ended')).toMatchObject({
      status: 1,
      stderr: `authority: certificate ${number} is revoked; nothing to reinstate\n`,
    });
    const lines = await withStore((store) => store.journal.entriesAbout(number));
    expect(lines.map(({ what, who }) => [what, who]).at(-1)).toEqual([
      'certificate-changed',
      'desk 3',
    ]);
  });

  it('refuses a reason of another class, an unknown number and a folder that is no office', () => {
    const { number } = issueJson('--company', codeOf(0));
    expect(change('revoke', number, 'under-review')).toMatchObject({ status: 64 });
    expect(change('revoke', number, 'because they shouted').stderr).toContain('issued-in-error');
    expect(change('revoke', 'ABCD', 'issued-in-error').stderr).toContain('no certificate ABCD');
    const nowhere = join(work, 'nowhere');
    const { status } = runAuthority(
      ...['revoke', nowhere, '--certificate', number, '--reason', 'issued-in-error'],
    );
    expect(status).toBe(1);
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('a new rating', () => {
  it('ends what no longer holds; issuing then gives the new grade', async () => {
    await withStore((store) => rateAll(store, COMPANIES, { asOf: 20_600, grade: 'B' }));
    expect(await all(2)).toMatchObject([{ state: 'superseded', reason: 'new-rating' }]);
    expect(issueJson('--grade', 'B')).toEqual({ issued: COMPANIES, standing: 0, withheld: 0 });
    expect(await all(2)).toMatchObject([
      { state: 'valid', grade: 'B', evaluated: 20_600 },
      { state: 'superseded' },
    ]);
    expect(issueJson('--grade', 'A')).toEqual({ issued: 0, standing: 0, withheld: 0 });
  });

  it('is what a verifier is told: the new one holds, the old one is superseded', async () => {
    const [now, before] = await all(2);
    const { list = '' } = now?.status ?? {};
    const exceptions = await withStore((store) => store.certificates.exceptionsOf(list));
    const office = openOffice(folder);
    const at = Math.floor(Date.now() / 1000);
    const content = { name: list, signedAt: at - 5, size: 131_072, exceptions };
    const bytes = writeStatusList(content, office.keys.status.key);
    const keys = Object.values(office.keys).map(describeIssuerKey);
    const bundle = assembleTrustBundle(
      {
        issuers: jsonBytes({ version: 1, issuers: [{ id: '310114', name: office.name, keys }] }),
        policy: jsonBytes(defaultPolicy('demo', 1)),
        statusLists: new Map([[list, bytes]]),
        currentAsOf: { issuers: at, policy: at, status: at },
      },
      at,
    );
    if (!bundle.ok) throw new Error(JSON.stringify(bundle.failure));
    expect(checkScan(now?.text ?? '', bundle.value, at, {}).code).toBe('standard-service');
    expect(checkScan(before?.text ?? '', bundle.value, at, {}).code).toBe('superseded');
  });
});

describe('status indexes', () => {
  it('say nothing about their neighbours and are never short', async () => {
    const references = await withStore((store) => store.certificates.reserve('310114', 200));
    const steps = references.slice(1).map(({ index }, at) => index - (references[at]?.index ?? 0));
    expect(steps.filter((step) => Math.abs(step) < 100).length).toBeLessThan(10);
    const terms = { issuer: '310114', issuedAt: TEST_NOW, expiresAt: TEST_NOW + 9 };
    const signer = localSigner(issuerKey('Ed25519', ['certificate']).key);
    const plan = { holder: codeOf(0), holderName: '云', grade: 'A', evaluated: 1, lists: [] };
    await expect(signCertificates([plan], [], { ...terms, signer })).rejects.toThrow('fewer');
  });

  it('are on the disk before anything is signed with them', async () => {
    const key = issuerKey('Ed25519', ['certificate']).key;
    const reservedAt = () => withStoreReader();
    const before = await reservedAt();
    const signer = { ...localSigner(key), sign: () => Promise.reject(new Error('module is gone')) };
    const terms = { issuer: '310114', signer, issuedAt: TEST_NOW, expiresAt: TEST_NOW + 9 };
    const order = {
      terms,
      cause: { who: 't', at: 1, why: '' },
      again: true,
      deliver: () => undefined,
    };
    const failed = withStore((store) =>
      issuePlans(store.certificates, plansOfCompanies(store, [codeOf(0)]), order),
    );
    await expect(failed).rejects.toThrow('module is gone');
    expect(await reservedAt()).toBe(before + 1);
  });
});

async function withStoreReader(): Promise<number> {
  const lists = await withStore((store) => store.certificates.statusLists());
  return lists.reduce((sum, { reserved }) => sum + reserved, 0);
}
