import { failure, success } from '../../shared/result.ts';
import { MAX_METADATA_BYTES, MAX_ROOT_ROTATIONS } from './limits.ts';
import { judge } from './tuf-sync-judge.ts';
import type { Session, Step } from './tuf-sync-session.ts';

/** Every root between the shipped one and the newest, one by one, each vouched for by the one before. */
export async function syncRoots(session: Session, shippedVersion: number): Step<void> {
  const { folder, tuf } = session;
  for (let version = shippedVersion + 1; ; version += 1) {
    if (version > shippedVersion + MAX_ROOT_ROTATIONS) {
      return failure({ code: 'too-large', subject: 'root', detail: 'rotations' });
    }
    const request = { path: `metadata/${version}.root.json`, maxBytes: MAX_METADATA_BYTES.root };
    const accept = (bytes: Uint8Array): void => void tuf.updateRoot(Buffer.from(bytes));
    const file = { kind: 'root', role: 'root', slot: version, accept } as const;
    const local = await folder.local(request);
    if (local && judge({ ...file, bytes: local }).ok) continue;
    const fetched = await folder.remoteIfThere(request);
    if (!fetched.ok) return fetched;
    if (fetched.value === undefined) return success(undefined);
    const judged = judge({ ...file, bytes: fetched.value });
    if (!judged.ok) return judged;
    const saved = await folder.save(request.path, fetched.value);
    if (!saved.ok) return saved;
    session.changed = true;
  }
}
