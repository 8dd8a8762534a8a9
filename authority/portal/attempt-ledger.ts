import type { EpochSeconds } from '../../shared/time.ts';
import type { AccessGate, StoredAccess } from '../store/access-book.ts';

/** The failed attempts in one name. */
export interface AttemptLedger {
  /** No attempt is taken before this moment. */
  readonly lockedUntil: EpochSeconds;
  /** Counts an attempt as failed until it proves right, and gives the failures since the last success. */
  count(): Promise<number>;
  lock(until: EpochSeconds): Promise<void>;
  clear(): Promise<void>;
}

/** The attempts on a company's code: kept by the office, its locks in the journal. */
export function storedLedger(
  gate: AccessGate,
  holder: string,
  { access, now }: { readonly access: StoredAccess; readonly now: EpochSeconds },
): AttemptLedger {
  const cause = { who: 'portal', at: now, why: 'failed attempts to sign in' };
  return {
    lockedUntil: access.lockedUntil,
    count: () => gate.noteFailure(holder),
    lock: (until) => gate.lock(holder, until, cause),
    clear: () => gate.noteSuccess(holder),
  };
}

/**
 * Attempts in names the office keeps nothing about, in memory: companies without an access code,
 * so that they lock like all others and a lock tells nobody who has one, and known browsers.
 */
export interface MemoryLedgers {
  ledger(name: string): AttemptLedger;
}

// Beyond it the oldest name is forgotten; a name is a few hundred bytes.
const MOST_NAMES = 20_000;

/** Opens ledgers that live as long as the process. */
export function openMemoryLedgers(): MemoryLedgers {
  const entries = new Map<string, { failures: number; lockedUntil: EpochSeconds }>();
  const entryOf = (name: string) => {
    const entry = entries.get(name) ?? { failures: 0, lockedUntil: 0 };
    entries.delete(name);
    entries.set(name, entry);
    const [oldest] = entries.keys();
    if (entries.size > MOST_NAMES && oldest !== undefined) entries.delete(oldest);
    return entry;
  };
  return {
    ledger: (name) => ({
      lockedUntil: entries.get(name)?.lockedUntil ?? 0,
      count: async () => ++entryOf(name).failures,
      async lock(until) {
        entryOf(name).lockedUntil = until;
      },
      async clear() {
        entries.delete(name);
      },
    }),
  };
}
