import { hasValidCheckCharacter } from '../../shared/certificate/company-code.ts';
import { RECOMMENDED_CERTIFICATE_TEXT_LENGTH } from '../../shared/limits.ts';
import { nameByHand } from '../issuing/by-hand.ts';
import { writeCertificateFiles } from '../issuing/certificate-files.ts';
import type { CertificatePlan } from '../issuing/certificate-plan.ts';
import { type IssueOrder, type IssueTally, issuePlans } from '../issuing/issue-plans.ts';
import { plansOfCompanies, plansOfGrade } from '../issuing/plan-pages.ts';
import { localSigner } from '../keys/signer.ts';
import { type OfficeFolder, openOffice } from '../office/office-folder.ts';
import type { NewCertificate } from '../store/certificate-book.ts';
import type { OfficeStore } from '../store/office-store.ts';
import { openOfficeStore } from '../store/open-store.ts';
import { CHANGE_OPTIONS, CHANGE_USAGE, causeOf, dayOption } from './change-options.ts';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  officeFolderArgument,
  optionOr,
  UsageError,
} from './command.ts';
import {
  expiryOption,
  formOptions,
  ISSUE_OPTIONS,
  type IssueTarget,
  issueTarget,
} from './issue-options.ts';
import { KEY_OPTIONS, KEY_USAGE, passphraseOption } from './key-options.ts';

/** `issue DIR`: certificates by the current ratings, or one by hand. */
export const issue: Command = {
  summary: 'issue certificates: text, QR images and printable pages',
  usage: `issue DIR (--company CODE | --list FILE | --grade GRADE) [--days 365] [--again] [--out FOLDER [--svg] [--png] [--pdf]] ${KEY_USAGE} ${CHANGE_USAGE}
       by hand: issue DIR --company CODE --grade GRADE [--name NAME] [--evaluated YYYY-MM-DD] [--lists national,city,district]`,
  options: { ...ISSUE_OPTIONS, ...KEY_OPTIONS, ...CHANGE_OPTIONS },
  async run(input) {
    const folder = officeFolderArgument(input);
    const office = openOffice(folder, passphraseOption(input));
    const target = issueTarget(input);
    checkGrade(office, target);
    const { order, last } = orderOf(input, office);
    const store = await openOfficeStore(folder);
    try {
      const plans = plansFor(store, target, input);
      const tally = await issuePlans(store.certificates, plans, order);
      return describe(target, tally, last());
    } finally {
      await store.close();
    }
  },
};

function checkGrade({ policy }: OfficeFolder, target: IssueTarget): void {
  if (target.kind === 'rated-companies') return;
  if (!policy.scale.some(({ code }) => code === target.grade))
    throw new UsageError(`the policy has no grade "${target.grade}"`);
}

interface WatchedOrder {
  readonly order: IssueOrder;
  /** The certificate that was handed out last. */
  readonly last: () => NewCertificate | undefined;
}

function orderOf(input: CommandInput, office: OfficeFolder): WatchedOrder {
  const cause = causeOf(input);
  const folder = optionOr(input, 'out', '');
  const forms = formOptions(input);
  const { key, notBefore, notAfter, state: keyState } = office.keys.certificate;
  if (keyState !== 'active' || cause.at < notBefore || cause.at > notAfter)
    throw new Error('the certificate key is not in use now');
  let last: NewCertificate | undefined;
  const deliver = async (certificates: readonly NewCertificate[]): Promise<void> => {
    last = certificates.at(-1) ?? last;
    if (folder === '') return;
    for (const certificate of certificates)
      await writeCertificateFiles(certificate, { folder, forms, office });
  };
  const times = { issuedAt: cause.at, expiresAt: expiryOption(input, cause.at) };
  const terms = { issuer: office.issuer, signer: localSigner(key), ...times };
  const withdrawn = office.formerKeys.filter(({ state }) => state === 'withdrawn');
  const withdrawnKids = new Set(withdrawn.map(({ kid }) => kid));
  const again = input.values.again === true;
  return { order: { terms, cause, again, withdrawnKids, deliver }, last: () => last };
}

async function* plansFor(
  store: OfficeStore,
  target: IssueTarget,
  input: CommandInput,
): AsyncGenerator<readonly CertificatePlan[]> {
  if (target.kind === 'grade') return yield* plansOfGrade(store, target.grade);
  if (target.kind === 'rated-companies') return yield* plansOfCompanies(store, target.codes);
  const holderName = await nameByHand(store.companies, target, causeOf(input));
  const lists = optionOr(input, 'lists', '').split(',').filter(Boolean);
  const evaluated = dayOption(input, 'evaluated');
  yield [{ holder: target.code, holderName, grade: target.grade, evaluated, lists }];
}

function describe(
  target: IssueTarget,
  tally: IssueTally,
  last: NewCertificate | undefined,
): CommandOutput {
  const isOne = target.kind === 'by-hand' || (target.kind !== 'grade' && target.codes.length === 1);
  if (!isOne || last === undefined) return { json: tally, words: [tallyWords(tally)] };
  const { number, text, expiresAt, status, holder } = last;
  return {
    json: { ...tally, number, text, expiresAt, ...status },
    words: [
      text,
      ...(tally.standing > 0 ? ['note: issued before for this rating; --again makes another'] : []),
      ...warnings(holder, text),
    ],
  };
}

function tallyWords({ issued, standing, withheld }: IssueTally): string {
  const kept = `${standing} had theirs for this rating, ${withheld} are suspended or revoked`;
  return `${issued} certificates issued; ${kept}`;
}

function warnings(holderCode: string, text: string): string[] {
  const note = `note: ${text.length} characters make a dense code; up to ${RECOMMENDED_CERTIFICATE_TEXT_LENGTH} scan well`;
  return [
    ...(hasValidCheckCharacter(holderCode)
      ? []
      : ['note: the company code fails its check character']),
    ...(text.length > RECOMMENDED_CERTIFICATE_TEXT_LENGTH ? [note] : []),
  ];
}
