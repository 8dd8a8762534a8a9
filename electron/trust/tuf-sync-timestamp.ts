import { EqualVersionError } from 'tuf-js/dist/error.js';
import type { TrustedMetadataStore } from 'tuf-js/dist/store.js';
import { failure, success } from '../../shared/result.ts';
import { MAX_METADATA_BYTES } from './limits.ts';
import type { Body } from './tuf-metadata.ts';
import { judgedByTuf } from './tuf-sync-errors.ts';
import { judge, readForm } from './tuf-sync-judge.ts';
import type { Session, Step } from './tuf-sync-session.ts';

/** The two timestamps that matter for what follows. */
export interface Timestamps {
  readonly newest: Body<'timestamp'>;
  /** The one of the last synchronisation, if it still counts. */
  readonly before: Body<'timestamp'> | undefined;
}

/** The newest timestamp: later than the last one known, signed, and in force. */
export async function syncTimestamp(session: Session): Step<Timestamps> {
  const { folder, tuf, now } = session;
  const request = { path: 'metadata/timestamp.json', maxBytes: MAX_METADATA_BYTES.timestamp };
  const local = await folder.local(request);
  // An expired one still keeps older ones out; one by keys no longer trusted does not count.
  if (local) judgedByTuf('timestamp', () => tuf.updateTimestamp(Buffer.from(local)));
  const before = tuf.timestamp && local ? readForm('timestamp', 'timestamp', local) : undefined;
  const fetched = await folder.remote(request);
  if (!fetched.ok) return fetched;
  let isKnown = false;
  const accept = (bytes: Uint8Array): void => {
    isKnown = acceptTimestamp(tuf, bytes) === 'known';
  };
  const judged = judge({ kind: 'timestamp', role: 'timestamp', bytes: fetched.value, accept });
  if (!judged.ok) return judged;
  const newest = isKnown && before?.ok ? before.value : judged.value;
  if (newest.expires <= now) return failure({ code: 'expired', subject: 'timestamp' });
  const saved = isKnown ? success(undefined) : await folder.save(request.path, fetched.value);
  return saved.ok ? success({ newest, before: before?.ok ? before.value : undefined }) : saved;
}

function acceptTimestamp(tuf: TrustedMetadataStore, bytes: Uint8Array): 'new' | 'known' {
  try {
    tuf.updateTimestamp(Buffer.from(bytes));
    return 'new';
  } catch (error) {
    if (error instanceof EqualVersionError) return 'known';
    throw error;
  }
}
