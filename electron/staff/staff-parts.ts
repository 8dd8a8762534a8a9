import type { Printer } from '../../shared/ipc/staff-replies.ts';
import type { AuditRecorder } from '../audit/audit-log.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Clock, Log } from '../ports.ts';
import type { SelfTestParts } from '../self-test/self-check.ts';
import type { SyncService } from '../trust/sync-service.ts';
import type { TrustService } from '../trust/trust-service.ts';
import type { PinGate } from './pin-gate.ts';
import type { StaffSession } from './staff-session.ts';
import type { TrustTransfer } from './trust-transfer.ts';

/** The program around the menu: what only Electron can do or say. */
export interface StaffMachine {
  readonly version: string;
  readonly electron: string;
  readonly crashFolder: string;
  readonly executable: string;
  readonly isPackaged: boolean;
  readonly hasSwitch: (name: string) => boolean;
  readonly listPrinters: () => Promise<Printer[]>;
  readonly printTestPage: (printer: string) => Promise<'printed' | 'failed'>;
  /** Ends the program; whoever started it decides whether it starts again. */
  readonly leave: () => void;
  /** Ends the program and has it started again. */
  readonly restart: () => void;
}

/** What the staff menu works with. */
export interface StaffParts {
  readonly configuration: Configuration;
  readonly stateFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly audit: AuditRecorder;
  readonly auditCheck: SelfTestParts['audit'];
  readonly gate: PinGate;
  readonly session: StaffSession;
  readonly trust: TrustService;
  /** `undefined` where no repository is configured. */
  readonly sync: SyncService | undefined;
  /** `undefined` where the trust data comes from a fixed folder. */
  readonly transfer: TrustTransfer | undefined;
  readonly machine: StaffMachine;
}
