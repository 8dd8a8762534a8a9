import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEvent } from '../../electron/audit/entry.ts';
import { openConfiguration } from '../../electron/config/configuration.ts';
import type { Clock } from '../../electron/ports.ts';
import { createPinAttemptsFile } from '../../electron/staff/pin-attempts-file.ts';
import { createPinGate } from '../../electron/staff/pin-gate.ts';
import type { StaffParts } from '../../electron/staff/staff-parts.ts';
import { createStaffSession } from '../../electron/staff/staff-session.ts';
import type { TrustService } from '../../electron/trust/trust-service.ts';
import { type RecordingLog, recordingLog } from '../electron/recording-log.ts';

/** scrypt of 246810 at a cost that does not slow the tests down as it slows a thief. */
export const TEST_PIN = '246810';
export const TEST_PIN_HASH =
  'scrypt$10$8$1$spsvav/0VQlTCrsb3agYjw==$168WAFJ9BIGYM+caP2DxJTNBgFzVeRb/gUwZSKojYLg=';

/** A terminal's staff side in a folder of its own, under a clock that is moved by hand. */
export interface StaffWorld {
  readonly parts: StaffParts;
  readonly folder: string;
  readonly log: RecordingLog;
  readonly recorded: readonly AuditEvent[];
  /** Seconds. */
  readonly time: { now: number };
  readonly left: () => number;
  readonly restarted: () => number;
}

const NO_TRUST: TrustService = {
  current: () => undefined,
  state: () => ({ domain: null, freshness: 'missing', currentAsOf: null }),
  refresh: async () => undefined,
};

/** Creates it; `settings` stand in the machine's policy. */
export async function createStaffWorld(
  settings: Readonly<Record<string, unknown>> = { staffPin: TEST_PIN_HASH },
  folder = mkdtempSync(join(tmpdir(), 'kiosk-staff-')),
): Promise<StaffWorld> {
  const log = recordingLog();
  const time = { now: 1_800_000_000 };
  const clock: Clock = { now: () => time.now };
  const recorded: AuditEvent[] = [];
  let left = 0;
  let restarts = 0;
  const configuration = openTestConfiguration(folder, settings, log);
  const store = createPinAttemptsFile(join(folder, 'pin-attempts.json'), log);
  const hash = () => configuration.settings().staffPin;
  const parts: StaffParts = {
    ...{ configuration, stateFolder: folder, clock, log },
    audit: { record: (event) => recorded.push(event) },
    auditCheck: undefined,
    gate: await createPinGate({ hash, store, clock, log }),
    session: createStaffSession(() => time.now * 1_000),
    trust: NO_TRUST,
    sync: undefined,
    transfer: undefined,
    machine: {
      version: '0.1.0',
      electron: '45.0.0',
      crashFolder: join(folder, 'Crashpad'),
      executable: process.execPath,
      isPackaged: false,
      hasSwitch: () => false,
      listPrinters: async () => [{ name: 'Slips', displayName: 'Slips' }],
      printTestPage: async () => 'printed',
      leave: () => {
        left += 1;
      },
      restart: () => {
        restarts += 1;
      },
    },
  };
  return { parts, folder, log, recorded, time, left: () => left, restarted: () => restarts };
}

function openTestConfiguration(folder: string, policy: object, log: RecordingLog) {
  const machinePolicy = join(folder, 'policy.json');
  const local = join(folder, 'settings.json');
  writeFileSync(machinePolicy, JSON.stringify(policy));
  const stored: Record<string, unknown> = {};
  const save = (): boolean => {
    writeFileSync(local, JSON.stringify(stored));
    return true;
  };
  return openConfiguration({
    files: { machinePolicy, site: join(folder, 'site.json'), isSiteNamed: false, local },
    switches: { source: 'switch', place: 'command line', values: {} },
    local: {
      write: (name, value) => {
        stored[name] = value;
        return save();
      },
      forget: (keep) => {
        for (const name of Object.keys(stored)) {
          if (!keep.some((kept) => kept === name)) delete stored[name];
        }
        return save();
      },
    },
    log,
  });
}
