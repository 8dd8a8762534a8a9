import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type DeskChoices, deskVerbs } from '../../shared/ipc/desk-verbs.ts';
import { writeAtomically } from '../adapters/write-atomically.ts';
import type { Log } from '../ports.ts';
import type { Bounds } from './window-bounds.ts';

const Pixels = v.pipe(v.number(), v.safeInteger());

const Remembered = v.strictObject({
  bounds: v.nullable(v.strictObject({ x: Pixels, y: Pixels, width: Pixels, height: Pixels })),
  isMaximized: v.boolean(),
  choices: v.nullable(deskVerbs.saveDeskChoices.request),
});
type Remembered = v.InferOutput<typeof Remembered>;

const NOTHING: Remembered = { bounds: null, isMaximized: false, choices: null };

/** How the clerk left the desk: where its window stood and what was chosen. Nothing of any company. */
export interface DeskMemory {
  readonly bounds: Bounds | null;
  readonly isMaximized: boolean;
  readonly choices: DeskChoices | null;
  /** Resolves when it is on the disk, or is known not to be writable. */
  keepWindow(bounds: Bounds, isMaximized: boolean): Promise<void>;
  keepChoices(choices: DeskChoices): Promise<void>;
}

/** Reads the memory from a small JSON file; one that cannot be read counts as none. */
export function openDeskMemory(file: string, log: Log): DeskMemory {
  let now = load(file, log);
  let writing: Promise<void> = Promise.resolve();
  const keep = (changed: Partial<Remembered>) => {
    now = { ...now, ...changed };
    const content = JSON.stringify(now);
    writing = writing
      .then(() => writeAtomically(file, content))
      .catch((error: unknown) => log.error('desk-not-remembered', error));
    return writing;
  };
  return {
    get bounds() {
      return now.bounds;
    },
    get isMaximized() {
      return now.isMaximized;
    },
    get choices() {
      return now.choices;
    },
    keepWindow: (bounds, isMaximized) => keep({ bounds: { ...bounds }, isMaximized }),
    keepChoices: (choices) => keep({ choices }),
  };
}

function load(file: string, log: Log): Remembered {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) log.error('desk-memory-unreadable', error);
    return NOTHING;
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Remembered), content);
  if (!parsed.success) log.warn('desk-memory-damaged');
  return parsed.success ? parsed.output : NOTHING;
}
