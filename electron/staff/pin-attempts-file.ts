import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { writeAtomically } from '../adapters/write-atomically.ts';
import type { Log } from '../ports.ts';
import { NO_ATTEMPTS, type PinAttempts } from './pin-attempts.ts';

const Whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Stored = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictObject({ wrong: v.pipe(Whole, v.maxValue(1_000_000)), lastAt: Whole }),
);

/** Remembers wrong PINs across restarts: pulling the plug must not give five new tries. */
export interface PinAttemptsStore {
  load(): Promise<PinAttempts>;
  save(attempts: PinAttempts): Promise<void>;
}

/** Keeps them in a small JSON file. A damaged one counts as none: nobody is locked out by a fault. */
export function createPinAttemptsFile(file: string, log: Log): PinAttemptsStore {
  return {
    load: async () => {
      try {
        const parsed = v.safeParse(Stored, await readFile(file, 'utf8'));
        if (!parsed.success) log.warn('pin-attempts-damaged');
        return parsed.success ? parsed.output : NO_ATTEMPTS;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
        if (error.code !== 'ENOENT') log.error('pin-attempts-unreadable', error);
        return NO_ATTEMPTS;
      }
    },
    save: async (attempts) => {
      try {
        await writeAtomically(file, JSON.stringify(attempts));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
        // A full disk: the count goes on in memory.
        log.error('pin-attempts-not-saved', error);
      }
    },
  };
}
