import { existsSync } from 'node:fs';
import { shownTime } from '../audit/shown-time.ts';
import type { ResolvedSettings } from '../config/resolve-settings.ts';
import { createTrustTransfer } from '../staff/trust-transfer.ts';
import { chooseTrust } from '../trust/choose-folder.ts';
import { trustPlaces } from '../trust/trust-places.ts';
import type { Command } from './command.ts';
import type { CommandParts, ExitStatus } from './run-command.ts';

type ImportCommand = Extract<Command, { name: 'import' }>;

/** `--import DIR`: verifies, shows version and date, asks, and takes over. */
export async function importData(
  { folder, isConfirmed }: ImportCommand,
  parts: CommandParts & { readonly resolved: ResolvedSettings },
): Promise<ExitStatus> {
  const { terminal, options, resolved } = parts;
  const places = trustPlaces(resolved.settings, { ...parts, root: options.root });
  const plan = chooseTrust(places, existsSync);
  if (plan.kind !== 'store') {
    terminal.write(`This terminal has no store to import into (${plan.kind}).\n`);
    return 1;
  }
  const transfer = createTrustTransfer(plan, { now: parts.now }, async () => undefined);
  const preview = await transfer.preview(folder);
  if (preview.result === 'failed') {
    terminal.write(`${folder} cannot be imported: ${preview.code}\n`);
    return 1;
  }
  terminal.write(
    [
      `trust data:  ${preview.domain}`,
      `versions:    issuers ${preview.issuersVersion}, policy ${preview.policyVersion}, timestamp ${preview.timestampVersion}`,
      `signed:      ${preview.signedAt === null ? 'not dated' : shownTime(preview.signedAt)}`,
      `expires:     ${shownTime(preview.expires)}`,
      `held now:    ${preview.heldTimestampVersion === null ? 'nothing' : `timestamp ${preview.heldTimestampVersion}`}`,
      '',
    ].join('\n'),
  );
  if (!isConfirmed && terminal.ask('Import it? [y/N] ', false)?.toLowerCase() !== 'y') {
    terminal.write('Nothing was changed.\n');
    return 1;
  }
  const imported = await transfer.import(folder);
  if (imported.result === 'failed') {
    terminal.write(`Not imported: ${imported.code}\n`);
    return 1;
  }
  terminal.write(
    `Imported, timestamp ${imported.timestampVersion}. A running kiosk takes it at its next start or synchronisation.\n`,
  );
  return 0;
}
