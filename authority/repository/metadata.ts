import { createHash } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import * as v from 'valibot';
import type { EpochSeconds } from '../../shared/time.ts';
import type { RoleSigner } from './role-signer.ts';

/** The documents of a TUF repository as plain values. Source: TUF specification 1.0, §4. */

const SPECIFICATION = '1.0.31';

const Version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const common = {
  spec_version: v.string(),
  version: Version,
  expires: v.pipe(v.string(), v.isoTimestamp()),
};

const Hashes = v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
const Length = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const MetaEntrySchema = v.object({ version: Version, length: Length, hashes: Hashes });
const TargetEntrySchema = v.object({ length: Length, hashes: Hashes });

const PublicKeySchema = v.object({
  keytype: v.literal('ed25519'),
  scheme: v.literal('ed25519'),
  keyval: v.object({ public: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
});
const KeysSchema = v.record(v.string(), PublicKeySchema);
const RoleKeysSchema = v.object({ keyids: v.array(v.string()), threshold: Version });

export const RootBody = v.object({
  ...common,
  _type: v.literal('root'),
  consistent_snapshot: v.literal(true),
  keys: KeysSchema,
  roles: v.object({
    root: RoleKeysSchema,
    targets: RoleKeysSchema,
    snapshot: RoleKeysSchema,
    timestamp: RoleKeysSchema,
  }),
});
export type RootBody = v.InferOutput<typeof RootBody>;

export const TimestampBody = v.object({
  ...common,
  _type: v.literal('timestamp'),
  meta: v.object({ 'snapshot.json': MetaEntrySchema }),
});
export type TimestampBody = v.InferOutput<typeof TimestampBody>;

export const SnapshotBody = v.object({
  ...common,
  _type: v.literal('snapshot'),
  meta: v.record(v.string(), MetaEntrySchema),
});
export type SnapshotBody = v.InferOutput<typeof SnapshotBody>;

const DelegationSchema = v.object({
  ...RoleKeysSchema.entries,
  name: v.string(),
  terminating: v.boolean(),
  paths: v.array(v.string()),
});

export const TargetsBody = v.object({
  ...common,
  _type: v.literal('targets'),
  targets: v.record(v.string(), TargetEntrySchema),
  delegations: v.exactOptional(v.object({ keys: KeysSchema, roles: v.array(DelegationSchema) })),
});
export type TargetsBody = v.InferOutput<typeof TargetsBody>;
export type Delegations = NonNullable<TargetsBody['delegations']>;

export type RoleKeys = v.InferOutput<typeof RoleKeysSchema>;
export type MetaEntry = v.InferOutput<typeof MetaEntrySchema>;
export type TargetEntry = v.InferOutput<typeof TargetEntrySchema>;

/** Length and hash of a file, as metadata lists it. */
export function describeFile(bytes: Uint8Array): TargetEntry {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { length: bytes.length, hashes: { sha256 } };
}

/** What every document starts with. */
export function commonFields(version: number, expires: EpochSeconds) {
  return { spec_version: SPECIFICATION, version, expires: metadataTime(expires) };
}

/** A moment as metadata writes it: whole seconds, UTC. */
export function metadataTime(time: EpochSeconds): string {
  return new Date(time * 1_000).toISOString().replace('.000Z', 'Z');
}

/** Signs a body over its canonical form and gives the file. The body may be anything: tests forge with it too. */
export function signMetadata(body: object, signers: Iterable<RoleSigner>): Uint8Array {
  const bytes = new TextEncoder().encode(canonicalize(body));
  const signatures = Array.from(signers, ({ keyId, sign }) => {
    return { keyid: keyId, sig: Buffer.from(sign(bytes)).toString('hex') };
  });
  return new TextEncoder().encode(JSON.stringify({ signatures, signed: body }));
}
