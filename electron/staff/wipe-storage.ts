import { type Storage, WIPEABLE_KINDS, type WipeableKind } from '../../shared/ipc/staff-replies.ts';
import type { StaffParts } from './staff-parts.ts';
import { readStoredParts, wipeFiles } from './storage.ts';

/** What the terminal keeps, and how long the log of what was shown is kept. */
export async function readStorage({ stateFolder, configuration }: StaffParts): Promise<Storage> {
  return {
    folder: stateFolder,
    retentionDays: configuration.settings().auditRetentionDays,
    parts: await readStoredParts(stateFolder),
  };
}

/**
 * Deletes what the staff chose and gives the sizes after it. Local settings return to their
 * defaults; the PIN stays, or nobody could leave the terminal. The log of what was shown says that
 * it happened, and is not itself among what can be chosen: whoever has a PIN must not be able to
 * remove the traces of what was done with it.
 */
export async function wipeStorage(
  kinds: readonly WipeableKind[],
  parts: StaffParts,
): Promise<Storage> {
  const { stateFolder, configuration, log, audit } = parts;
  audit.record({ kind: 'staff-action', action: 'data-wiped' });
  await wipeFiles(stateFolder, kinds);
  if (kinds.includes('settings')) configuration.forgetLocal(['staffPin']);
  log.info('storage-wiped', { kinds: kinds.join(' ') });
  return readStorage(parts);
}

/** Deletes all that may go, and starts again: nothing of it is left in memory, either. */
export async function wipeAndRestart(parts: StaffParts): Promise<null> {
  await wipeStorage(WIPEABLE_KINDS, parts);
  parts.machine.restart();
  return null;
}
