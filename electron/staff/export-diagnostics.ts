import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CameraReport } from '../../shared/ipc/self-test.ts';
import type { WrittenReply } from '../../shared/ipc/staff-replies.ts';
import { zipFiles } from '../adapters/zip-files.ts';
import { isDrive } from './bring-and-take.ts';
import { describeStaffState } from './describe-staff-state.ts';
import { gatherDiagnostics } from './diagnostics.ts';
import type { StaffParts } from './staff-parts.ts';
import { runStaffSelfTest } from './staff-self-test.ts';

/** Writes one zip for the technician onto a drive. */
export async function exportDiagnostics(
  { drive, camera }: { readonly drive: string; readonly camera: CameraReport | null },
  parts: StaffParts,
): Promise<WrittenReply> {
  if (!(await isDrive(drive, parts))) return { result: 'failed', code: 'disk-error' };
  const files = await gatherDiagnostics({
    stateFolder: parts.stateFolder,
    crashFolder: parts.machine.crashFolder,
    resolved: parts.configuration.resolved(),
    state: describeStaffState(parts),
    selfTest: await runStaffSelfTest(parts, camera),
    camera,
  });
  const path = join(drive, `kiosk-diagnostics-${parts.clock.now()}.zip`);
  try {
    await writeFile(path, zipFiles(files));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    parts.log.error('diagnostics-not-written', error);
    return { result: 'failed', code: 'disk-error' };
  }
  parts.audit.record({ kind: 'staff-action', action: 'diagnostics-exported' });
  return { result: 'written', path };
}
