import * as v from 'valibot';
import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { MAX_METADATA_BYTES, MAX_TARGETS_PER_ROLE } from './limits.ts';
import type { TrustFailure } from './trust-failure.ts';
import { canonicalBytes, parseStrictJson } from './tuf-json.ts';

/** The documents of a TUF repository, as far as this verifier uses them. Source: TUF 1.0, §4. */

const SHA256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const Length = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

// A lenient date parser takes "garbage" for a date that never comes, and never expires the file.
const Expiry = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  v.transform(epochSeconds),
  v.safeInteger(),
);

const common = {
  spec_version: v.pipe(v.string(), v.regex(/^1\.\d{1,3}(\.\d{1,3})?$/)),
  version: Version,
  expires: Expiry,
};

/** A key of any kind; only Ed25519 ones can count. */
const KeySchema = v.object({
  keytype: v.string(),
  scheme: v.string(),
  keyval: v.object({ public: v.string() }),
});
const KeysSchema = v.record(SHA256, KeySchema);
const RoleKeysSchema = v.object({ keyids: v.array(SHA256), threshold: Version });

const MetaEntry = v.object({
  version: Version,
  length: v.exactOptional(Length),
  hashes: v.exactOptional(v.object({ sha256: SHA256 })),
});
const TargetEntry = v.object({ length: Length, hashes: v.object({ sha256: SHA256 }) });

const Delegations = v.object({
  keys: KeysSchema,
  roles: v.array(
    v.object({
      ...RoleKeysSchema.entries,
      name: v.string(),
      paths: v.optional(v.array(v.string())),
    }),
  ),
});

const SCHEMAS = {
  root: v.object({
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
  }),
  timestamp: v.object({
    ...common,
    _type: v.literal('timestamp'),
    meta: v.object({ 'snapshot.json': MetaEntry }),
  }),
  snapshot: v.object({
    ...common,
    _type: v.literal('snapshot'),
    meta: v.object({
      'targets.json': MetaEntry,
      'policy.json': MetaEntry,
      'status.json': MetaEntry,
    }),
  }),
  targets: v.object({
    ...common,
    _type: v.literal('targets'),
    targets: v.record(v.string(), TargetEntry),
    delegations: v.exactOptional(Delegations),
  }),
} as const;

/** Kinds of metadata; delegated roles are of the kind `targets`. */
export type MetadataKind = keyof typeof SCHEMAS;
export type Body<Kind extends MetadataKind> = v.InferOutput<(typeof SCHEMAS)[Kind]>;
export type Key = v.InferOutput<typeof KeySchema>;
export type RoleKeys = v.InferOutput<typeof RoleKeysSchema>;
export type MetaEntry = v.InferOutput<typeof MetaEntry>;
export type TargetEntry = v.InferOutput<typeof TargetEntry>;

/** A file of metadata, read but not yet trusted. */
export interface Metadata<Kind extends MetadataKind> {
  readonly body: Body<Kind>;
  readonly signedBytes: Uint8Array;
  /** Signatures in hexadecimal by key id. */
  readonly signatures: ReadonlyMap<string, string>;
}

const Envelope = v.object({
  signed: v.looseObject({}),
  signatures: v.array(v.object({ keyid: SHA256, sig: v.string() })),
});

/** What is to be read: the kind of document, and the name of its role for the failure. */
export interface MetadataFile<Kind extends MetadataKind> {
  readonly kind: Kind;
  readonly role: string;
  readonly bytes: Uint8Array;
}

/** Reads metadata from outside. Never throws; whoever sent the bytes may be anybody. */
export function parseMetadata<Kind extends MetadataKind>(
  file: MetadataFile<Kind>,
): Result<Metadata<Kind>, TrustFailure> {
  const refuse = (code: TrustFailure['code'], detail: string) =>
    failure({ code, subject: file.role, detail });
  if (file.bytes.length > MAX_METADATA_BYTES[file.kind]) return refuse('too-large', 'bytes');
  const json = parseStrictJson(file.bytes);
  if (json === undefined) return refuse('malformed-metadata', 'no strict JSON');
  const envelope = v.safeParse(Envelope, json);
  if (!envelope.success) return refuse('malformed-metadata', firstIssue(envelope.issues));
  if (listsTooMuch(envelope.output.signed)) return refuse('too-large', 'targets');
  const body = v.safeParse(SCHEMAS[file.kind], envelope.output.signed);
  if (!body.success) return refuse('malformed-metadata', firstIssue(body.issues));
  const entries = envelope.output.signatures.map(({ keyid, sig }) => [keyid, sig] as const);
  const signatures = new Map(entries);
  if (signatures.size < entries.length) return refuse('malformed-metadata', 'a key signed twice');
  return success({
    body: body.output as Body<Kind>,
    signedBytes: canonicalBytes(envelope.output.signed),
    signatures,
  });
}

function firstIssue([issue]: readonly v.BaseIssue<unknown>[]): string {
  return (issue && v.getDotPath(issue)) ?? 'form';
}

function listsTooMuch(signed: { readonly [key: string]: unknown }): boolean {
  const { targets } = signed;
  if (typeof targets !== 'object' || targets === null) return false;
  return Object.keys(targets).length > MAX_TARGETS_PER_ROLE;
}

/** Seconds of a date of the right form, or NaN when there is no such day or hour. */
function epochSeconds(text: string): EpochSeconds {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return Number.NaN;
  // Parsers turn the 31st of February into a day in March.
  const same = new Date(milliseconds).toISOString() === text.replace('Z', '.000Z');
  return same ? milliseconds / 1_000 : Number.NaN;
}
