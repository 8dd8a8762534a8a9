import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';

/** What one synchronisation of a real terminal took. */
export interface TerminalSync {
  readonly changed: boolean;
  readonly requests: number;
  /** Processor time: fetch, verify, write, commit; without the start of its process. */
  readonly cpuMs: number;
}

const Answer = v.object({ changed: v.boolean(), requests: v.number(), cpuMs: v.number() });

/** A terminal with a trust store in `work`; gives what synchronises it once, in a process of its own. */
export function realTerminal(
  work: string,
  rootJson: Uint8Array,
  origin: string,
): () => Promise<TerminalSync> {
  const rootFile = join(work, 'shipped-root.json');
  writeFileSync(rootFile, rootJson);
  const args = ['test/bench/fleet-sync-once.ts', join(work, 'store'), rootFile, `${origin}/`];
  return async () => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [words, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    if (status !== 0) throw new Error('the terminal did not synchronise');
    return v.parse(Answer, JSON.parse(words));
  };
}
