import { failure, type Result, success } from '../../shared/result.ts';
import type { TrustFailure } from './trust-failure.ts';
import { type Body, type MetadataKind, type MetaEntry, parseMetadata } from './tuf-metadata.ts';
import { judgedByTuf } from './tuf-sync-errors.ts';

/** A file of metadata, and who decides whether it is trusted. */
export interface Judged<Kind extends MetadataKind> {
  readonly kind: Kind;
  readonly role: string;
  readonly bytes: Uint8Array;
  /** What trusted metadata says about it. */
  readonly listedAs?: MetaEntry;
  /** The version it was asked for by, where nothing lists it. */
  readonly slot?: number;
  readonly accept: (bytes: Uint8Array) => void;
}

/** Form first, by our own strict reader: tuf-js takes "garbage" for a date and never expires it. */
export function judge<Kind extends MetadataKind>(
  file: Judged<Kind>,
): Result<Body<Kind>, TrustFailure> {
  const body = readForm(file.kind, file.role, file.bytes);
  if (!body.ok) return body;
  const { version } = body.value;
  const isOfAnother = file.listedAs && file.listedAs.version !== version;
  if (isOfAnother || (file.slot !== undefined && version > file.slot)) {
    return failure({ code: 'inconsistent', subject: file.role, detail: 'version' });
  }
  const judged = judgedByTuf(file.role, () => file.accept(file.bytes));
  return judged.ok ? body : judged;
}

/** Reads a document whose form is right; nothing is said about who wrote it. */
export function readForm<Kind extends MetadataKind>(
  kind: Kind,
  role: string,
  bytes: Uint8Array,
): Result<Body<Kind>, TrustFailure> {
  const metadata = parseMetadata({ kind, role, bytes });
  if (metadata.ok) return success(metadata.value.body);
  // A page instead of a file: a captive portal, or an address that is no repository.
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart();
  const isPage = /^(?:ï»¿)?\s*</.test(start);
  return failure(isPage ? { code: 'not-a-repository', subject: role } : metadata.failure);
}
