import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { writeAtomically } from '../adapters/write-atomically.ts';
import { diskProblem } from './audit-disk.ts';
import type { AuditRecorder } from './audit-log.ts';
import { hashOf } from './line.ts';

/** Settings by name, whatever their values are. */
type AnySettings = Readonly<Record<string, unknown>>;

const Seen = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()));

/** Remembers, as hashes, with which settings the program ran last. */
export interface SeenSettings {
  /** Records the names of settings that somebody changed while the program did not run. */
  compare(settings: AnySettings): Promise<void>;
  /** Remembers what is in force: changes while it ran have been recorded where they were made. */
  remember(settings: AnySettings): Promise<void>;
}

/** Keeps the memory in a small file; one that is missing or damaged remembers nothing. */
export function createSeenSettings(file: string, audit: AuditRecorder): SeenSettings {
  const remember: SeenSettings['remember'] = async (settings) => {
    try {
      await writeAtomically(file, JSON.stringify(hashEach(settings)));
    } catch (error) {
      // A full disk: the log tells of it, and the next start may tell of a change twice.
      if (diskProblem(error) === undefined) throw error;
    }
  };
  return {
    remember,
    compare: async (settings) => {
      const before = await readSeen(file);
      const now = hashEach(settings);
      const names = Object.keys(now).filter((name) => before?.[name] !== now[name]);
      if (before !== undefined && names.length > 0) {
        audit.record({ kind: 'settings-changed', names });
      }
      await remember(settings);
    },
  };
}

function hashEach(settings: AnySettings): Record<string, string> {
  const entries = Object.entries(settings);
  return Object.fromEntries(entries.map(([name, value]) => [name, hashOf(JSON.stringify(value))]));
}

async function readSeen(file: string): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    const parsed = v.safeParse(Seen, await readFile(file, 'utf8'));
    return parsed.success ? parsed.output : undefined;
  } catch (error) {
    if (diskProblem(error) === undefined) throw error;
    return undefined;
  }
}
