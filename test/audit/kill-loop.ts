import { realAuditDisk } from '../../electron/audit/audit-disk.ts';
import { openAuditLog } from '../../electron/audit/create-audit-log.ts';

/**
 * A process that records until it is killed, some entries alone and some in a burst. It prints the
 * number of each entry that it knows to be with the operating system. Argument: the folder.
 */
const [folder = ''] = process.argv.slice(2);
const silent = () => undefined;
const { auditLog } = await openAuditLog({
  place: { folder, terminal: 'kill', retentionDays: 190, disk: realAuditDisk },
  clock: { now: () => Math.floor(Date.now() / 1_000) },
  log: { info: silent, warn: silent, error: silent },
  onWritten: ({ sequence }) => process.stdout.write(`${sequence}\n`),
});
for (let number = 0; ; number++) {
  auditLog.record({ kind: 'note', of: number, text: '字'.repeat(number % 400) });
  if (number % 5 === 0) await auditLog.settle();
  else if (number % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
}
