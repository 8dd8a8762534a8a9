import type { Terminal } from '../../shared/ipc/contract.ts';
import type { HallLogo } from '../../shared/ipc/hall-logo.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { DeskService } from '../desk/desk-service.ts';
import type { Health } from '../health/health.ts';
import type { ScanService } from '../scan/scan-service.ts';
import type { StaffParts } from '../staff/staff-parts.ts';
import type { TrustService } from '../trust/trust-service.ts';
import { createAuditHandlers } from './audit-handlers.ts';
import { createDeskHandlers } from './desk-handlers.ts';
import { createIntakeHandlers, type IntakeHandlerParts } from './intake-handlers.ts';
import { createPolicyHandlers } from './policy-handlers.ts';
import type { IpcHandlers } from './register.ts';
import { createStaffHandlers } from './staff-handlers.ts';

/** What the handlers answer from. */
export interface HandlerParts extends IntakeHandlerParts {
  readonly readTerminal: () => Terminal;
  readonly readHallLogo: () => HallLogo | null;
  readonly scans: ScanService;
  readonly trust: TrustService;
  /** The hall of this terminal as the policy names it; `undefined` = all halls. */
  readonly hall: string | undefined;
  readonly audit: AuditService;
  /** `undefined` at a kiosk. */
  readonly desk: DeskService | undefined;
  readonly staff: StaffParts;
  readonly health: Pick<Health, 'tellAlive'>;
  readonly printVisitorSlip: IpcHandlers['printVisitorSlip'];
}

/** The answers of the main process, one a verb of the contract. */
export function createHandlers(parts: HandlerParts): IpcHandlers {
  return {
    checkScan: (scan) => parts.scans.check(scan),
    readTerminal: () => parts.readTerminal(),
    readTrustState: () => parts.trust.state(),
    readHallLogo: () => parts.readHallLogo(),
    printVisitorSlip: (request) => parts.printVisitorSlip(request),
    ...createPolicyHandlers(parts),
    ...createAuditHandlers(parts.audit),
    ...createIntakeHandlers(parts),
    ...createDeskHandlers(parts.desk),
    ...createStaffHandlers(parts.staff),
    tellAlive: (sign) => {
      parts.health.tellAlive(sign);
      return null;
    },
  };
}
