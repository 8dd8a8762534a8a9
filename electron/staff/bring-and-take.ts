import type {
  ImportedReply,
  ImportPreviewReply,
  WrittenReply,
} from '../../shared/ipc/staff-replies.ts';
import { listDrives } from './drives.ts';
import type { StaffParts } from './staff-parts.ts';

const NOT_THERE = { result: 'failed', code: 'not-a-repository' } as const;

/** Verifies a folder of a drive; the screen can name none that was not offered to it. */
export async function previewFrom(folder: string, parts: StaffParts): Promise<ImportPreviewReply> {
  if (parts.transfer === undefined || !(await isOffered(folder, parts))) return NOT_THERE;
  return parts.transfer.preview(folder);
}

/** Takes a folder of a drive over. */
export async function importFrom(folder: string, parts: StaffParts): Promise<ImportedReply> {
  if (parts.transfer === undefined || !(await isOffered(folder, parts))) return NOT_THERE;
  const imported = await parts.transfer.import(folder);
  if (imported.result === 'imported') {
    parts.audit.record({ kind: 'staff-action', action: 'trust-imported' });
    parts.log.info('trust-imported', { timestamp: imported.timestampVersion });
  }
  return imported;
}

/** Writes the data held onto a drive, for the next machine. */
export async function takeTo(drive: string, parts: StaffParts): Promise<WrittenReply> {
  if (parts.transfer === undefined || !(await isDrive(drive, parts))) return NOT_THERE;
  const written = await parts.transfer.export(drive);
  if (written.result === 'written') {
    parts.audit.record({ kind: 'staff-action', action: 'trust-exported' });
  }
  return written;
}

/** Whether a path is one of the drives offered. */
export async function isDrive(path: string, { configuration }: StaffParts): Promise<boolean> {
  const drives = await listDrives(configuration.settings().exchangeFolders);
  return drives.some((drive) => drive.path === path);
}

async function isOffered(folder: string, { configuration }: StaffParts): Promise<boolean> {
  const drives = await listDrives(configuration.settings().exchangeFolders);
  return drives.some(({ repositories }) => repositories.includes(folder));
}
