import { statfs } from 'node:fs/promises';
import type { AuditProblem } from '../../shared/ipc/audit-verbs.ts';
import type { Printer } from '../../shared/ipc/staff-replies.ts';

/** What a terminal needs around it, as monitoring is told. */
export interface Surroundings {
  readonly printer: 'ready' | 'missing' | 'not-configured';
  /** Room for the terminal's own state; `null` where the system does not say. */
  readonly diskFreeMegabytes: number | null;
  /** Whether the log of what was shown is being written, or why not. */
  readonly log: 'written' | AuditProblem;
  /** Entries of that log that wait in memory for a disk that takes them. */
  readonly logWaiting: number;
}

/** Where it is looked for. */
export interface SurroundingParts {
  readonly stateFolder: string;
  readonly printerName: () => string;
  readonly listPrinters: () => Promise<readonly Printer[]>;
  readonly audit: { problem(): AuditProblem | undefined; waiting(): number };
}

const BYTES_PER_MEGABYTE = 1_048_576;

/** Looks around once. */
export async function lookAround(parts: SurroundingParts): Promise<Surroundings> {
  const [printer, diskFreeMegabytes] = await Promise.all([lookForPrinter(parts), freeRoom(parts)]);
  const { audit } = parts;
  return {
    ...{ printer, diskFreeMegabytes },
    ...{ log: audit.problem() ?? 'written', logWaiting: audit.waiting() },
  };
}

/** Whether the system knows the printer; most say nothing of paper. */
async function lookForPrinter({
  printerName,
  listPrinters,
}: SurroundingParts): Promise<Surroundings['printer']> {
  const wanted = printerName();
  if (wanted === '') return 'not-configured';
  const printers = await listPrinters();
  return printers.some(({ name }) => name === wanted) ? 'ready' : 'missing';
}

async function freeRoom({ stateFolder }: SurroundingParts): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(stateFolder);
    return Math.floor((bavail * bsize) / BYTES_PER_MEGABYTE);
  } catch (error) {
    // The folder is gone, or its disk is: what monitoring then reads is the file's age.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
