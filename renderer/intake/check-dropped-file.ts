import type { IpcReply } from '../../shared/ipc/contract.ts';
import { MAX_INTAKE_FILE_BYTES } from '../../shared/limits.ts';
import { kioskBridge } from '../kiosk-bridge.ts';

type Reply = IpcReply<'checkFile'>;

/** Judges a file that was dropped or pasted; one that is too large is not even read. */
export async function checkDroppedFile(file: File, training = false): Promise<Reply> {
  if (file.size > MAX_INTAKE_FILE_BYTES) return refused('too-large');
  const bytes = await bytesOf(file);
  if (bytes === undefined) return refused('unreadable');
  return kioskBridge().checkFile({
    name: file.name.slice(-1_024),
    bytes,
    ...(training ? { training } : {}),
  });
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // A folder, or a file that has gone or may not be read.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

function refused(code: 'too-large' | 'unreadable'): Reply {
  return { ok: true, value: { kind: 'refused', code } };
}
