import { MAX_STATUS_LISTS } from '../limits.ts';
import { failure, type Result, success } from '../result.ts';
import type { EpochSeconds } from '../time.ts';
import { type IssuerKeys, prepareIssuerKeys } from './issuer-keys.ts';
import { IssuersDocument } from './issuers-document.ts';
import { type DocumentFailure, parseJsonDocument } from './json-document.ts';
import { type Policy, PolicyDocument } from './policy.ts';
import type { TrustKind } from './policy-terms.ts';
import { openStatusList, type StatusList, type StatusListFailure } from './status-list.ts';

/** What a verifier holds after its last good synchronisation: everything a verdict depends on, as a value. */
export interface TrustBundle {
  readonly issuersVersion: number;
  readonly keys: IssuerKeys;
  readonly policy: Policy;
  readonly statusLists: ReadonlyMap<string, StatusList>;
  /** When each kind of data was last known to be current. */
  readonly currentAsOf: Readonly<Record<TrustKind, EpochSeconds>>;
  /** The newest time a signature in the bundle vouches for, if any does; no clock may be behind it. */
  readonly latestSignedTime: EpochSeconds | undefined;
  /** What was left out, for the log and the administrator; leaving it out is already the safe answer. */
  readonly leftOut: readonly LeftOut[];
}

/** A part of the bundle that cannot be used. */
export type LeftOut =
  | { readonly part: 'issuer-key'; readonly kid: string }
  | { readonly part: 'status-list'; readonly name: string; readonly failure: StatusListFailure };

/** The files of a bundle as they were delivered, already authenticated by whoever loaded them. */
export interface BundleFiles {
  readonly issuers: Uint8Array;
  readonly policy: Uint8Array;
  /** Status lists by target name, `status/<name>`. */
  readonly statusLists: ReadonlyMap<string, Uint8Array>;
  /**
   * When each kind was last synchronised. Without a record the newest signing time in the bundle
   * stands for it, because that is the latest moment the files themselves can prove.
   */
  readonly currentAsOf?: Readonly<Record<TrustKind, EpochSeconds>>;
}

/** Why a bundle was not taken as a whole. */
export type BundleFailure =
  | { readonly document: 'issuers' | 'policy'; readonly failure: DocumentFailure }
  | { readonly document: 'status'; readonly failure: { readonly code: 'too-many-lists' } };

/**
 * Parses and validates the files of a bundle.
 * @param now stands in for the synchronisation time when neither a record nor a signed time is there
 */
export function assembleTrustBundle(
  files: BundleFiles,
  now: EpochSeconds,
): Result<TrustBundle, BundleFailure> {
  const issuers = parseJsonDocument(IssuersDocument, files.issuers);
  if (!issuers.ok) return failure({ document: 'issuers', failure: issuers.failure });
  const policy = parseJsonDocument(PolicyDocument, files.policy);
  if (!policy.ok) return failure({ document: 'policy', failure: policy.failure });
  if (files.statusLists.size > MAX_STATUS_LISTS) {
    return failure({ document: 'status', failure: { code: 'too-many-lists' } });
  }
  const { keys, unusable } = prepareIssuerKeys(issuers.value);
  const lists = openStatusLists(files.statusLists, keys);
  const latestSignedTime = newestOf([...lists.opened.values()].map((list) => list.signedAt));
  const provenTime = latestSignedTime ?? now;
  return success({
    issuersVersion: issuers.value.version,
    keys,
    policy: policy.value,
    statusLists: lists.opened,
    currentAsOf: files.currentAsOf ?? {
      issuers: provenTime,
      policy: provenTime,
      status: provenTime,
    },
    latestSignedTime,
    leftOut: [...unusable.map((kid): LeftOut => ({ part: 'issuer-key', kid })), ...lists.leftOut],
  });
}

function openStatusLists(files: ReadonlyMap<string, Uint8Array>, keys: IssuerKeys) {
  const opened = new Map<string, StatusList>();
  const leftOut: LeftOut[] = [];
  for (const [name, bytes] of files) {
    const list = openStatusList(name, bytes, keys);
    if (list.ok) opened.set(name, list.value);
    else leftOut.push({ part: 'status-list', name, failure: list.failure });
  }
  return { opened, leftOut };
}

function newestOf(times: readonly EpochSeconds[]): EpochSeconds | undefined {
  return times.length === 0 ? undefined : Math.max(...times);
}
