import { join } from 'node:path';
import type { AuditService } from '../audit/audit-service.ts';
import { askAudit } from '../self-test/ask-audit.ts';
import { createPinAttemptsFile } from '../staff/pin-attempts-file.ts';
import { createPinGate } from '../staff/pin-gate.ts';
import type { StaffMachine, StaffParts } from '../staff/staff-parts.ts';
import { createStaffSession } from '../staff/staff-session.ts';
import { createTrustTransfer } from '../staff/trust-transfer.ts';
import type { TrustPlan } from '../trust/choose-folder.ts';
import type { SyncService } from '../trust/sync-service.ts';
import type { TrustService } from '../trust/trust-service.ts';
import { auditFolderIn } from './start-audit.ts';
import type { ServiceParts } from './start-services.ts';

/** What the menu shares with the rest of the program. */
export interface StaffNeighbours {
  readonly plan: TrustPlan;
  readonly trust: TrustService;
  readonly sync: SyncService | undefined;
  readonly audit: AuditService;
  readonly machine: StaffMachine;
}

/** Creates what the staff menu works with; the menu itself is closed. */
export async function startStaff(
  { configuration, stateFolder, clock, log }: ServiceParts,
  { plan, trust, sync, audit, machine }: StaffNeighbours,
): Promise<StaffParts> {
  const store = createPinAttemptsFile(join(stateFolder, 'pin-attempts.json'), log);
  const hash = (): string => configuration.settings().staffPin;
  const adopt = (): Promise<void> => trust.refresh();
  return {
    ...{ configuration, stateFolder, clock, log, audit, trust, sync, machine },
    auditCheck: async () => askAudit(auditFolderIn(stateFolder), audit.problem()),
    gate: await createPinGate({ hash, store, clock, log }),
    session: createStaffSession(() => performance.now()),
    transfer: plan.kind === 'store' ? createTrustTransfer(plan, clock, adopt) : undefined,
  };
}
