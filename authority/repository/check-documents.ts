import { sameBytes } from '../../shared/bytes.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { IssuersDocument } from '../../shared/trust/issuers-document.ts';
import { parseJsonDocument } from '../../shared/trust/json-document.ts';
import { PolicyDocument } from '../../shared/trust/policy.ts';
import { assembleTrustBundle, type LeftOut } from '../../shared/trust/trust-bundle.ts';
import { RepositoryFault } from './metadata-checks.ts';
import type { TargetSet } from './target-set.ts';

const VERSIONED = { 'issuers.json': IssuersDocument, 'policy.json': PolicyDocument } as const;

/**
 * Judges a set of files as the kiosk's own verifier does, and stricter: nothing may be left out, and
 * a document that changed says so in its version. Throws `RepositoryFault`.
 * @param published the files now in force
 */
export function checkDocuments(targets: TargetSet, published: TargetSet, now: EpochSeconds): void {
  const issuers = targets.get('issuers.json');
  const policy = targets.get('policy.json');
  if (issuers === undefined) throw new RepositoryFault('issuers.json is missing');
  if (policy === undefined) throw new RepositoryFault('policy.json is missing');
  const lists = [...targets].filter(([name]) => name.startsWith('status/'));
  const bundle = assembleTrustBundle({ issuers, policy, statusLists: new Map(lists) }, now);
  if (!bundle.ok) {
    const { document, failure } = bundle.failure;
    const place = 'path' in failure ? ` at ${failure.path}` : '';
    throw new RepositoryFault(`verifiers refuse ${document}: ${failure.code}${place}`);
  }
  const [leftOut] = bundle.value.leftOut;
  if (leftOut !== undefined) throw new RepositoryFault(`verifiers ignore ${nameOf(leftOut)}`);
  checkVersion('issuers.json', issuers, published.get('issuers.json'));
  checkVersion('policy.json', policy, published.get('policy.json'));
}

function nameOf(leftOut: LeftOut): string {
  return leftOut.part === 'issuer-key'
    ? `issuer key ${leftOut.kid}`
    : `${leftOut.name}: ${leftOut.failure}`;
}

function checkVersion(
  name: keyof typeof VERSIONED,
  next: Uint8Array,
  before: Uint8Array | undefined,
): void {
  if (before === undefined || sameBytes(before, next)) return;
  const [from, to] = [before, next].map((bytes) => versionOf(name, bytes));
  if (from === undefined || to === undefined || to > from) return;
  throw new RepositoryFault(
    `${name} has changed, so its version has to be above ${from}, not ${to}`,
  );
}

function versionOf(name: keyof typeof VERSIONED, bytes: Uint8Array): number | undefined {
  const document = parseJsonDocument(VERSIONED[name], bytes);
  return document.ok ? document.value.version : undefined;
}
