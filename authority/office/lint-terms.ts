import { MAX_GRADE_LENGTH } from '../../shared/limits.ts';
import type { Freshness, Grade, Policy } from '../../shared/trust/policy.ts';
import { type LocalizedText, TRUST_KINDS } from '../../shared/trust/policy-terms.ts';
import { type PolicyFinding, policyError, policyWarning } from './policy-finding.ts';

/** Whether a text says something in each language. */
export function lintText(path: string, text: LocalizedText): PolicyFinding[] {
  return (['zh-CN', 'en'] as const)
    .filter((language) => text[language].trim() === '')
    .map((language) => policyError(`${path}.${language}`, 'says nothing in this language'));
}

/** Places of a list whose value stands further up already. */
export function repeated(values: readonly unknown[]): number[] {
  return values.flatMap((value, place) => (values.indexOf(value) < place ? [place] : []));
}

/** The grades: codes that fit into a certificate, one rank each, words in each language. */
export function lintScale(scale: Policy['scale']): PolicyFinding[] {
  if (scale.length === 0) return [policyError('scale', 'there is no grade')];
  const codes = scale.map(({ code }) => code);
  const ranks = scale.map(({ rank }) => rank);
  return [
    ...scale.flatMap((grade, place) => lintGrade(`scale[${place}]`, grade)),
    ...repeated(codes).map((at) =>
      policyError(`scale[${at}].code`, `grade "${codes[at]}" is there already`),
    ),
    ...repeated(ranks).map((at) =>
      policyError(`scale[${at}].rank`, `rank ${ranks[at]} is taken; nobody knows which is better`),
    ),
    ...lintRanks(ranks),
  ];
}

function lintGrade(path: string, { code, rank, name, meaning }: Grade): PolicyFinding[] {
  const isCode = /^\S+$/.test(code) && Array.from(code).length <= MAX_GRADE_LENGTH;
  return [
    ...(isCode
      ? []
      : [policyError(`${path}.code`, `a code is 1 to ${MAX_GRADE_LENGTH} characters, no space`)]),
    ...(Number.isSafeInteger(rank) && rank >= 1
      ? []
      : [policyError(`${path}.rank`, 'a rank is a whole number from 1')]),
    ...lintText(`${path}.name`, name),
    ...lintText(`${path}.meaning`, meaning),
  ];
}

function lintRanks(ranks: readonly number[]): PolicyFinding[] {
  const best = Math.min(...ranks);
  const sorted = [...ranks].sort((left, right) => left - right);
  const findings: PolicyFinding[] = [];
  if (best !== 1) findings.push(policyWarning('scale', `the best rank is ${best} and not 1`));
  if (sorted.some((rank, place) => rank !== ranks[place]))
    findings.push(policyWarning('scale', 'the grades do not stand in the order of their ranks'));
  return findings;
}

/** How long data may age: notice first, then no green channel, then no decision. */
export function lintFreshness(freshness: Policy['freshness']): PolicyFinding[] {
  const findings = TRUST_KINDS.flatMap((kind) => lintLimits(`freshness.${kind}`, freshness[kind]));
  const others = Math.min(freshness.issuers.refuseAfter, freshness.policy.refuseAfter);
  if (freshness.status.refuseAfter > others)
    findings.push(
      policyWarning(
        'freshness.status.refuseAfter',
        'withdrawals may be older here than keys and policy; they matter sooner',
      ),
    );
  return findings;
}

function lintLimits(path: string, limits: Freshness): PolicyFinding[] {
  const { noticeAfter, noGreenChannelAfter, refuseAfter } = limits;
  const findings: PolicyFinding[] = [];
  if (noticeAfter > noGreenChannelAfter)
    findings.push(policyError(`${path}.noticeAfter`, 'comes after noGreenChannelAfter'));
  if (noGreenChannelAfter > refuseAfter)
    findings.push(policyError(`${path}.noGreenChannelAfter`, 'comes after refuseAfter'));
  if (refuseAfter === 0)
    findings.push(policyError(`${path}.refuseAfter`, 'nothing would ever be decided'));
  return findings;
}
