import type { auditVerbs } from '../../shared/ipc/audit-verbs.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { IpcHandlers } from './register.ts';

/** Answers about the log. */
export function createAuditHandlers(
  audit: AuditService,
): Pick<IpcHandlers, keyof typeof auditVerbs> {
  return {
    readHistory: () => audit.readHistory(),
    addNote: (note) => audit.addNote(note),
    exportCsv: (request) => audit.exportCsv(request),
  };
}
