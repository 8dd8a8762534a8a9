import type { EpochSeconds } from '../../shared/time.ts';
import type { Policy, Service } from '../../shared/trust/policy.ts';
import { INCENTIVE_LISTS } from '../store/credit-record.ts';
import { lintText, repeated } from './lint-terms.ts';
import { type PolicyFinding, policyError, policyWarning } from './policy-finding.ts';

/** A kiosk shows no more of them. */
const MOST_PERKS = 3;
/** 5138-11-16 in seconds, 1973 in milliseconds: nobody means either. */
const PLAUSIBLE_TIME = 100_000_000_000;

/** The services: known grades, both languages, a window, and periods that make sense. */
export function lintServices(policy: Policy, now: EpochSeconds): PolicyFinding[] {
  const { services } = policy;
  if (services.length === 0) return [policyWarning('services', 'there is no service')];
  const ids = services.map(({ id }) => id);
  return [
    ...services.flatMap((service, place) => lintService(`services[${place}]`, service, policy)),
    ...services.flatMap((service, place) => lintPeriod(`services[${place}]`, service, now)),
    ...repeated(ids).map((at) =>
      policyError(`services[${at}].id`, `service "${ids[at]}" is there already`),
    ),
    ...lintSuccession(services),
  ];
}

function lintService(path: string, service: Service, policy: Policy): PolicyFinding[] {
  const { id, name, halls, perks, window } = service;
  const findings = lintText(`${path}.name`, name);
  if (id.trim() === '') findings.push(policyError(`${path}.id`, 'is empty'));
  if (halls.length === 0)
    findings.push(policyError(`${path}.halls`, 'no hall offers it; "*" means every hall'));
  if (halls.length > 1 && halls.includes('*'))
    findings.push(policyWarning(`${path}.halls`, '"*" already means every hall'));
  findings.push(...perks.flatMap((perk, place) => lintText(`${path}.perks[${place}]`, perk)));
  if (perks.length === 0)
    findings.push(policyWarning(`${path}.perks`, 'says nothing to a visitor'));
  if (perks.length > MOST_PERKS)
    findings.push(policyWarning(`${path}.perks`, `a kiosk shows ${MOST_PERKS} of ${perks.length}`));
  if (window === undefined || window.trim() === '')
    findings.push(policyWarning(`${path}.window`, 'a visitor is not told where to go'));
  return [...findings, ...lintConditions(`${path}.greenChannel`, service, policy)];
}

function lintConditions(path: string, service: Service, { scale }: Policy): PolicyFinding[] {
  const { grades, anyOfLists, maxEvaluationAgeDays } = service.greenChannel;
  const known = new Set(scale.map(({ code }) => code));
  const lists: readonly string[] = INCENTIVE_LISTS;
  const findings = grades.flatMap((grade, place) =>
    known.has(grade) ? [] : [policyError(`${path}.grades[${place}]`, `no grade "${grade}"`)],
  );
  if (grades.length === 0)
    findings.push(policyError(`${path}.grades`, 'no grade opens it: it is closed to everybody'));
  for (const at of repeated(grades))
    findings.push(policyWarning(`${path}.grades[${at}]`, `"${grades[at]}" is named twice`));
  findings.push(...lintSkippedGrades(`${path}.grades`, grades, scale));
  if (anyOfLists?.length === 0)
    findings.push(policyError(`${path}.anyOfLists`, 'no list opens it: leave it out or name one'));
  anyOfLists?.forEach((list, place) => {
    if (!lists.includes(list))
      findings.push(
        policyWarning(`${path}.anyOfLists[${place}]`, `no certificate names "${list}"`),
      );
  });
  if (maxEvaluationAgeDays === 0)
    findings.push(
      policyWarning(`${path}.maxEvaluationAgeDays`, 'only on the day of the evaluation'),
    );
  return findings;
}

function lintSkippedGrades(
  path: string,
  grades: readonly string[],
  scale: Policy['scale'],
): PolicyFinding[] {
  const worst = Math.max(
    ...scale.filter(({ code }) => grades.includes(code)).map(({ rank }) => rank),
  );
  return scale
    .filter(({ code, rank }) => rank < worst && !grades.includes(code))
    .map(({ code }) => policyWarning(path, `open to a lower grade, but not to "${code}"`));
}

function lintPeriod(path: string, { greenChannel }: Service, now: EpochSeconds): PolicyFinding[] {
  const { from, until } = greenChannel;
  const findings: PolicyFinding[] = [];
  for (const [name, time] of Object.entries({ from, until })) {
    if (time !== undefined && (time > PLAUSIBLE_TIME || time < 0))
      findings.push(policyError(`${path}.greenChannel.${name}`, 'is no time in UNIX seconds'));
  }
  if (from !== undefined && until !== undefined && from >= until)
    findings.push(policyError(`${path}.greenChannel.until`, 'is not after from: never in force'));
  else if (until !== undefined && until <= now)
    findings.push(policyWarning(`${path}.greenChannel.until`, 'is over: no longer in force'));
  return findings;
}

interface Period {
  readonly path: string;
  readonly from: number;
  readonly until: number;
  readonly halls: readonly string[];
}

/** Entries of one service that follow each other: neither both in force nor none in between. */
function lintSuccession(services: readonly Service[]): PolicyFinding[] {
  const byName = new Map<string, Period[]>();
  services.forEach(({ name, halls, greenChannel }, place) => {
    const { from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = greenChannel;
    const period = { path: `services[${place}]`, from, until, halls };
    byName.set(name['zh-CN'], [...(byName.get(name['zh-CN']) ?? []), period]);
  });
  return [...byName.values()].flatMap((periods) => {
    const sorted = [...periods].sort((left, right) => left.from - right.from);
    return sorted.flatMap((next, place) => {
      const before = sorted[place - 1];
      return before === undefined ? [] : lintNeighbours(before, next);
    });
  });
}

function lintNeighbours(before: Period, next: Period): PolicyFinding[] {
  if (!shareHall(before.halls, next.halls)) return [];
  const path = `${next.path}.greenChannel.from`;
  if (next.from < before.until)
    return [policyWarning(path, `overlaps ${before.path}, a service of the same name`)];
  if (next.from > before.until)
    return [policyWarning(path, `leaves a gap after ${before.path}, a service of the same name`)];
  return [];
}

function shareHall(left: readonly string[], right: readonly string[]): boolean {
  return left.includes('*') || right.includes('*') || left.some((hall) => right.includes(hall));
}
