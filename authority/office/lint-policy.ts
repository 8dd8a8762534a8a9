import * as v from 'valibot';
import type { EpochSeconds } from '../../shared/time.ts';
import { type Policy, PolicyDocument } from '../../shared/trust/policy.ts';
import { lintServices } from './lint-services.ts';
import { lintFreshness, lintScale, lintText } from './lint-terms.ts';
import { type PolicyFinding, policyError, policyWarning } from './policy-finding.ts';

/** A policy that was looked at; without a `policy` it has not even the form of one. */
export interface LintedPolicy {
  readonly policy: Policy | undefined;
  readonly findings: readonly PolicyFinding[];
}

/**
 * Looks for what would embarrass the office in public, before a policy is signed.
 * @param json the policy as it stands in its file
 */
export function lintPolicy(json: unknown, now: EpochSeconds): LintedPolicy {
  const parsed = v.safeParse(PolicyDocument, json);
  if (!parsed.success) {
    const findings = parsed.issues.map((issue) => policyError(pathOf(issue), issue.message));
    return { policy: undefined, findings };
  }
  const policy = parsed.output;
  const findings = [
    ...unknownFields('', json, policy),
    ...lintScale(policy.scale),
    ...lintServices(policy, now),
    ...lintFreshness(policy.freshness),
    ...lintText('contact', policy.contact),
  ];
  // Errors first; within both in the order of the file.
  const ordered = [...findings].sort(({ severity: left }, { severity: right }) =>
    left < right ? -1 : Number(left > right),
  );
  return { policy, findings: ordered };
}

/**
 * Whether a policy may follow the published one. Terminals refuse an older version, and one that
 * changed without a new number would be two policies under one name.
 */
export function lintSuccessor(policy: Policy, published: Policy | undefined): PolicyFinding[] {
  if (published === undefined || JSON.stringify(policy) === JSON.stringify(published)) return [];
  const isNewer = policy.version > published.version;
  const findings = isNewer
    ? []
    : [policyError('version', `has to be above ${published.version}, which is published`)];
  if (policy.domain !== published.domain)
    findings.push(policyError('domain', `"${published.domain}" is published; make another office`));
  const codes = new Set(policy.scale.map(({ code }) => code));
  const gone = published.scale.filter(({ code }) => !codes.has(code));
  return [
    ...findings,
    ...gone.map(({ code }) =>
      policyWarning('scale', `grade "${code}" goes; its certificates become undecided`),
    ),
  ];
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, { key }) => pathTo(path, key), '');
}

function pathTo(path: string, key: unknown): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

// A misspelt condition is no condition: the schema ignores it, so somebody has to say so.
function unknownFields(path: string, json: unknown, known: unknown): PolicyFinding[] {
  if (Array.isArray(json) && Array.isArray(known))
    return json.flatMap((item, place) => unknownFields(pathTo(path, place), item, known[place]));
  if (!isRecord(json) || !isRecord(known)) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    Object.hasOwn(known, key)
      ? unknownFields(pathTo(path, key), value, known[key])
      : [policyWarning(pathTo(path, key), 'is no field of a policy and has no effect')],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
