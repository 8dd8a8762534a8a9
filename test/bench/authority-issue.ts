import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCertificate } from '../../authority/issue-certificate.ts';
import { issuePlans } from '../../authority/issuing/issue-plans.ts';
import { plansOfCompanies } from '../../authority/issuing/plan-pages.ts';
import { localSigner } from '../../authority/keys/signer.ts';
import { generateSigningKey, type LocalKey } from '../../authority/keys/signing-key.ts';
import type { OfficeStore } from '../../authority/store/office-store.ts';
import { cause, codeOf, makeRatedOffice } from '../authority/issuing-office.ts';

const ROUNDS = 15;
const COMPANIES_A_ROUND = 1_000;
const DAY = 86_400;

/** What issuing costs against bare signing and encoding, in one run on one machine. */
export interface IssueBenchmark {
  readonly ratio: number;
  readonly issueMicroseconds: number;
  readonly bareMicroseconds: number;
}

/**
 * Issues from the store (index reserved, state and journal on the disk) and, in turn, signs and
 * encodes as many certificates that nobody notes; the median of the rounds' ratios counts.
 */
export async function benchIssue(): Promise<IssueBenchmark> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-issue-'));
  const store = await makeRatedOffice(folder, ROUNDS * COMPANIES_A_ROUND);
  try {
    const key = generateSigningKey('Ed25519');
    signBare(key);
    const rounds: IssueBenchmark[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await runRound(store, key, round));
    const median = rounds.sort((left, right) => left.ratio - right.ratio)[ROUNDS >> 1];
    if (median === undefined) throw new Error('no round was run');
    report(median);
    return median;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runRound(store: OfficeStore, key: LocalKey, round: number): Promise<IssueBenchmark> {
  const bareMicroseconds = await microsecondsEach(() => signBare(key));
  const issueMicroseconds = await microsecondsEach(() => issueFromStore(store, key, round));
  return { ratio: issueMicroseconds / bareMicroseconds, issueMicroseconds, bareMicroseconds };
}

function signBare(key: LocalKey): void {
  const times = { issuedAt: cause.at, expiresAt: cause.at + 365 * DAY };
  for (let index = 0; index < COMPANIES_A_ROUND; index++) {
    const holderName = `上海云杉样例第${index}有限公司`;
    const credit = { holderName, grade: 'A', evaluated: 20_500, lists: [] };
    const status = { list: 'status/310114-1', index };
    const request = { issuer: '310114', holderCode: codeOf(index), ...times, status, credit };
    issueCertificate(request, key);
  }
}

async function issueFromStore(store: OfficeStore, key: LocalKey, round: number): Promise<void> {
  const first = round * COMPANIES_A_ROUND;
  const codes = Array.from({ length: COMPANIES_A_ROUND }, (_, index) => codeOf(first + index));
  const times = { issuedAt: cause.at, expiresAt: cause.at + 365 * DAY };
  const terms = { issuer: '310114', signer: localSigner(key), ...times };
  const order = { terms, cause, again: false, deliver: () => undefined };
  const { issued } = await issuePlans(store.certificates, plansOfCompanies(store, codes), order);
  if (issued !== COMPANIES_A_ROUND) throw new Error(`${issued} certificates were issued`);
}

async function microsecondsEach(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return ((performance.now() - start) * 1_000) / COMPANIES_A_ROUND;
}

function report({ ratio, issueMicroseconds, bareMicroseconds }: IssueBenchmark): void {
  console.log(
    `issuing from the store: ${issueMicroseconds.toFixed(0)} µs a certificate, ` +
      `bare signing and encoding: ${bareMicroseconds.toFixed(0)} µs, ratio ${ratio.toFixed(2)}`,
  );
}
