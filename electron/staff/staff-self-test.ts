import type { CameraReport, SelfTestLine } from '../../shared/ipc/self-test.ts';
import { runSelfTest } from '../self-test/run-self-test.ts';
import type { RepositoryAnswer, SelfTestParts } from '../self-test/self-check.ts';
import type { SyncService } from '../trust/sync-service.ts';
import type { StaffParts } from './staff-parts.ts';

/** The self-test as the running program can make it. */
export function runStaffSelfTest(
  parts: StaffParts,
  camera: CameraReport | null,
  only?: readonly string[],
): Promise<SelfTestLine[]> {
  const { configuration, stateFolder, clock, trust, sync, machine } = parts;
  const test: SelfTestParts = {
    ...{ configuration, stateFolder, clock },
    trust: () => trust.current(),
    camera: camera ?? undefined,
    printers: machine.listPrinters,
    repository: sync && (async () => lastAnswer(sync)),
    audit: parts.auditCheck,
    hasSwitch: machine.hasSwitch,
    version: machine.version,
    electron: machine.electron,
    executable: machine.executable,
    isPackaged: machine.isPackaged,
  };
  return runSelfTest(test, only);
}

/** What the last synchronisation came to: asking again would only ask the same server. */
function lastAnswer(sync: SyncService): RepositoryAnswer {
  const state = sync.state();
  switch (state.phase) {
    case 'idle':
    case 'syncing':
      return 'not-asked-yet';
    case 'done':
      return 'answered';
    case 'failed':
      return 'sync-failed';
  }
}
