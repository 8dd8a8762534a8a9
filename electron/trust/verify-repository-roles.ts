import { type Result, success } from '../../shared/result.ts';
import type { TrustFailure } from './trust-failure.ts';
import type { Body } from './tuf-metadata.ts';
import type { Signers } from './tuf-signatures.ts';
import type { RepositoryRequest } from './verify-repository.ts';
import { type VerifiedRole, verifyRole } from './verify-repository-role.ts';
import { signersNamedBy, type VerifiedRoots, verifyRoots } from './verify-repository-root.ts';
import { type DelegatedRole, signersDelegatedTo } from './verify-repository-targets.ts';

/** The metadata of every role, each trusted because of the one before it. */
export interface VerifiedRoles {
  readonly root: VerifiedRoots;
  readonly timestamp: VerifiedRole<'timestamp'>;
  readonly snapshot: VerifiedRole<'snapshot'>;
  readonly targets: VerifiedRole<'targets'>;
  readonly policy: VerifiedRole<'targets'>;
  readonly status: VerifiedRole<'targets'>;
}

/** Verifies the metadata: root, timestamp, snapshot, targets, and the two roles targets delegates to. */
export async function verifyRoles(
  request: RepositoryRequest,
): Promise<Result<VerifiedRoles, TrustFailure>> {
  const root = await verifyRoots(request);
  if (!root.ok) return root;
  const timestamp = await verifyRole(request, {
    ...{ kind: 'timestamp', role: 'timestamp', path: 'metadata/timestamp.json' },
    signers: signersNamedBy(root.value.body, 'timestamp'),
  });
  if (!timestamp.ok) return timestamp;
  const listedAs = timestamp.value.body.meta['snapshot.json'];
  const path = `metadata/${listedAs.version}.snapshot.json`;
  const signers = signersNamedBy(root.value.body, 'snapshot');
  const wanted = { kind: 'snapshot', role: 'snapshot', path, signers, listedAs } as const;
  const snapshot = await verifyRole(request, wanted);
  if (!snapshot.ok) return snapshot;
  const lists = await verifyListingRoles(request, root.value.body, snapshot.value.body);
  if (!lists.ok) return lists;
  const vouching = { root: root.value, timestamp: timestamp.value, snapshot: snapshot.value };
  return success({ ...vouching, ...lists.value });
}

async function verifyListingRoles(
  request: RepositoryRequest,
  root: Body<'root'>,
  { meta }: Body<'snapshot'>,
): Promise<Result<Pick<VerifiedRoles, 'targets' | DelegatedRole>, TrustFailure>> {
  const verify = (role: 'targets' | DelegatedRole, signers: Signers) => {
    const listedAs = meta[`${role}.json`];
    const path = `metadata/${listedAs.version}.${role}.json`;
    return verifyRole(request, { kind: 'targets', role, path, signers, listedAs });
  };
  const targets = await verify('targets', signersNamedBy(root, 'targets'));
  if (!targets.ok) return targets;
  const policySigners = signersDelegatedTo('policy', targets.value.body);
  if (!policySigners.ok) return policySigners;
  const policy = await verify('policy', policySigners.value);
  if (!policy.ok) return policy;
  const statusSigners = signersDelegatedTo('status', targets.value.body);
  if (!statusSigners.ok) return statusSigners;
  const status = await verify('status', statusSigners.value);
  if (!status.ok) return status;
  return success({ targets: targets.value, policy: policy.value, status: status.value });
}
