import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CameraReport, SelfTestLine } from '../../shared/ipc/self-test.ts';
import type { StaffState } from '../../shared/ipc/staff-replies.ts';
import { printableSettings } from '../config/printable-settings.ts';
import type { ResolvedSettings } from '../config/resolve-settings.ts';

/** What goes into a file for the technician. */
export interface DiagnosticsParts {
  readonly stateFolder: string;
  readonly crashFolder: string;
  readonly resolved: ResolvedSettings;
  readonly state: StaffState;
  readonly selfTest: readonly SelfTestLine[];
  readonly camera: CameraReport | null;
}

/**
 * The files of a diagnostics archive by name. Nothing in it says who was at the terminal: the log
 * never holds a scanned text, a company or a number, secrets are left out of the configuration, and
 * of crash dumps, which hold memory, only the names are listed.
 */
export async function gatherDiagnostics(
  parts: DiagnosticsParts,
): Promise<ReadonlyMap<string, string>> {
  const { stateFolder, state, camera } = parts;
  const { platform, arch, versions } = process;
  const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  const files = new Map<string, string>([
    ['terminal.json', asJson({ platform, arch, versions, ...withoutSettings(state) })],
    ['configuration.json', asJson(printableSettings(parts.resolved))],
    ['self-test.json', asJson(parts.selfTest)],
    ['camera.json', asJson(camera)],
    ['crash-dumps.json', asJson(await listFiles(parts.crashFolder))],
  ]);
  for (const name of ['kiosk.log', 'kiosk.log.1']) {
    const text = await readFile(join(stateFolder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) files.set(name, text);
  }
  return files;
}

/** They stand, without secrets, in the configuration. */
function withoutSettings({ settings: _, ...rest }: StaffState): Omit<StaffState, 'settings'> {
  return rest;
}

interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly at: string;
}

async function listFiles(folder: string): Promise<readonly ListedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(path);
      const { size, mtime } = await stat(path);
      return [{ name: entry.name, bytes: size, at: mtime.toISOString() }];
    }),
  );
  return lists.flat();
}
