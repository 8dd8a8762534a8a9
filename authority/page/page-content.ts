import { toHex } from '../../shared/bytes.ts';
import { type ShanghaiDay, shanghaiDayOf } from '../../shared/time.ts';
import type { Policy } from '../../shared/trust/policy.ts';
import type { LocalizedText } from '../../shared/trust/policy-terms.ts';
import { readClaims } from '../issuing/read-claims.ts';

/** Who issued a certificate and under which policy: what its text does not say. */
export interface PageOffice {
  readonly name: LocalizedText;
  readonly policy: Policy;
}

/** Everything a printed certificate says, in words. */
export interface PageContent {
  readonly text: string;
  readonly holderName: string;
  /** In groups of 4. */
  readonly holderCode: string;
  readonly grade: string;
  readonly gradeName: LocalizedText;
  readonly gradeMeaning: LocalizedText;
  readonly lists: LocalizedText | undefined;
  /** In groups of 4. */
  readonly number: string;
  readonly issuer: LocalizedText & { readonly id: string };
  readonly evaluated: string;
  readonly issued: string;
  /** The last day on which the certificate holds. */
  readonly lastDay: string;
  readonly contact: LocalizedText;
  readonly isDemo: boolean;
}

/** How the incentive lists are called. */
export const LIST_NAMES: Readonly<Record<string, LocalizedText>> = {
  national: { 'zh-CN': '国家守信激励名单', en: 'national incentive list' },
  city: { 'zh-CN': '市重点扶持名单', en: 'city key support list' },
  district: { 'zh-CN': '区重点扶持名单', en: 'district key support list' },
};

/**
 * What the page of a certificate says. It is read from the certificate's own text, so that page
 * and code cannot contradict each other. Throws when the text is no certificate of this office.
 */
export function pageContent(text: string, office: PageOffice): PageContent {
  const { number, issuer, holderCode, issuedAt, expiresAt, credit } = readClaims(text);
  const grade = office.policy.scale.find(({ code }) => code === credit.grade);
  if (grade === undefined) throw new Error(`the policy has no grade "${credit.grade}"`);
  return {
    text,
    holderName: credit.holderName,
    holderCode: inGroups(holderCode),
    grade: grade.code,
    gradeName: grade.name,
    gradeMeaning: grade.meaning,
    lists: namesOf(credit.lists),
    number: inGroups(toHex(number).toUpperCase()),
    issuer: { ...office.name, id: issuer },
    evaluated: formatDay(credit.evaluated),
    issued: formatDay(shanghaiDayOf(issuedAt)),
    lastDay: formatDay(shanghaiDayOf(expiresAt - 1)),
    contact: office.policy.contact,
    isDemo: office.policy.domain === 'demo',
  };
}

function namesOf(lists: readonly string[]): LocalizedText | undefined {
  const names = lists.map((list) => LIST_NAMES[list] ?? { 'zh-CN': list, en: list });
  if (names.length === 0) return undefined;
  return {
    'zh-CN': names.map((name) => name['zh-CN']).join('、'),
    en: names.map(({ en }) => en).join(', '),
  };
}

function inGroups(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$& ');
}

// The one form of a date that is read alike in both languages (GB/T 7408, ISO 8601).
function formatDay(day: ShanghaiDay): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 'yyyy-mm-dd'.length);
}
