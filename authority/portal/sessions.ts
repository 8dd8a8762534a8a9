import { createHash, randomBytes } from 'node:crypto';
import type { EpochSeconds } from '../../shared/time.ts';

/** Who is signed in by a cookie. */
export interface Session {
  readonly holder: string;
  /** Of the access code it began with: a new code ends the session. */
  readonly codeIssuedAt: EpochSeconds;
  readonly startedAt: EpochSeconds;
}

/** Sessions, kept in memory: a restart signs everybody out. */
export interface Sessions {
  /** Begins a session and gives what the cookie holds. */
  start(session: Session): string;
  find(cookie: string, now: EpochSeconds): Session | undefined;
  end(cookie: string): void;
}

const IDLE_SECONDS = 30 * 60;
const LONGEST_SECONDS = 12 * 3_600;
// About 30 MB; beyond it the one that was idle longest goes.
const MOST_SESSIONS = 100_000;
const COOKIE_BYTES = 32;

/** Opens an empty table of sessions. */
export function openSessions(): Sessions {
  // In order of their last use. The keys are hashes: a copy of the memory opens no session.
  const table = new Map<string, { readonly session: Session; usedAt: EpochSeconds }>();
  return {
    start(session) {
      forgetIdle(table, session.startedAt);
      const cookie = randomBytes(COOKIE_BYTES).toString('base64url');
      table.set(keyOf(cookie), { session, usedAt: session.startedAt });
      return cookie;
    },
    find(cookie, now) {
      const key = keyOf(cookie);
      const entry = table.get(key);
      if (entry === undefined) return undefined;
      table.delete(key);
      const isOver =
        now - entry.usedAt > IDLE_SECONDS || now - entry.session.startedAt > LONGEST_SECONDS;
      if (isOver) return undefined;
      table.set(key, { ...entry, usedAt: now });
      return entry.session;
    },
    end: (cookie) => void table.delete(keyOf(cookie)),
  };
}

function forgetIdle(table: Map<string, { usedAt: EpochSeconds }>, now: EpochSeconds): void {
  for (const [key, { usedAt }] of table) {
    if (now - usedAt <= IDLE_SECONDS && table.size < MOST_SESSIONS) return;
    table.delete(key);
  }
}

function keyOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('base64url');
}
