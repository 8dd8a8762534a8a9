import type { EpochSeconds } from '../../shared/time.ts';
import type { AccessGate, StoredAccess } from '../store/access-book.ts';
import { isBusy } from '../store/busy.ts';
import { decoySecret, matchesAccessSecret } from './access-secret.ts';
import { type AttemptLedger, openMemoryLedgers, storedLedger } from './attempt-ledger.ts';

/** Somebody who wants in. */
export interface Attempt {
  /** Unified code, in its form. */
  readonly holder: string;
  readonly accessCode: string;
  /** Name of a browser from which the company has signed in before, if this is one. */
  readonly knownBrowser: KnownBrowser | undefined;
  readonly now: EpochSeconds;
}

export interface KnownBrowser {
  readonly name: string;
  readonly holder: string;
  /** Of the access code it signed in with. */
  readonly codeIssuedAt: EpochSeconds;
}

/** How an attempt went. `refused` does not tell which of the two codes was wrong. */
export type Admission =
  | { readonly kind: 'admitted'; readonly codeIssuedAt: EpochSeconds }
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly until: EpochSeconds }
  | { readonly kind: 'busy' };

/** The portal's door. */
export interface Door {
  knock(attempt: Attempt): Promise<Admission>;
}

const ATTEMPTS_BEFORE_LOCK = 5;
const FIRST_LOCK_SECONDS = 60;
// The longest a stranger can keep a company from its own door at a time; five attempts follow.
const LONGEST_LOCK_SECONDS = 900;

// Comparisons at once: each takes 32 MiB and a processor for a moment.
const MOST_COMPARISONS = 8;

/**
 * Opens the door over what the office keeps. After each five failures attempts on that company wait,
 * from a minute to a quarter of an hour; meanwhile none is looked at or counted. A browser from which
 * the company signed in before has a count of its own, so a stranger who fails on purpose shuts out
 * nobody who is known. A code nobody has is handled step by step like one somebody has.
 */
export function openDoor(gate: AccessGate): Door {
  const memory = openMemoryLedgers();
  const decoy = decoySecret();
  let comparisons = 0;

  const ledgerFor = (attempt: Attempt, access: StoredAccess | undefined): AttemptLedger => {
    const { holder, knownBrowser, now } = attempt;
    if (access === undefined) return memory.ledger(`code ${holder}`);
    if (isKnown(knownBrowser, holder, access)) return memory.ledger(`browser ${knownBrowser.name}`);
    return storedLedger(gate, holder, { access, now });
  };

  const judge = async (attempt: Attempt): Promise<Admission> => {
    const { holder, accessCode, now } = attempt;
    const access = await gate.access(holder);
    const ledger = ledgerFor(attempt, access);
    if (ledger.lockedUntil > now) return { kind: 'locked', until: ledger.lockedUntil };
    // Counted first: of many attempts at once each has its own number.
    const failures = await ledger.count();
    const matches = await matchesAccessSecret(accessCode, access ?? decoy);
    if (matches && access !== undefined) {
      await ledger.clear();
      return { kind: 'admitted', codeIssuedAt: access.issuedAt };
    }
    if (failures % ATTEMPTS_BEFORE_LOCK === 0) await ledger.lock(now + lockSeconds(failures));
    return { kind: 'refused' };
  };

  return {
    async knock(attempt) {
      if (comparisons >= MOST_COMPARISONS) return { kind: 'busy' };
      comparisons++;
      try {
        return await judge(attempt);
      } catch (error) {
        // The office is writing; an attempt that cannot be counted is not answered.
        if (isBusy(error)) return { kind: 'busy' };
        throw error;
      } finally {
        comparisons--;
      }
    },
  };
}

function isKnown(
  browser: KnownBrowser | undefined,
  holder: string,
  { issuedAt }: StoredAccess,
): browser is KnownBrowser {
  return browser?.holder === holder && browser.codeIssuedAt === issuedAt;
}

function lockSeconds(failures: number): number {
  const locksBefore = failures / ATTEMPTS_BEFORE_LOCK - 1;
  return Math.min(FIRST_LOCK_SECONDS * 2 ** locksBefore, LONGEST_LOCK_SECONDS);
}
