import { openBudget } from './budget.ts';
import type { Drawing } from './drawing.ts';
import { readFile } from './read-file.ts';
import type { FromReader } from './reader-messages.ts';

/** What the runtime brings. */
export interface AnswererParts {
  readonly drawing: Drawing;
  /** Milliseconds of work so far, where the runtime says, else of time. */
  readonly clock: () => number;
  readonly send: (message: FromReader) => void;
}

/**
 * Answers the files a program sends, one at a time. An exception of a library is left to end the
 * process: what it left behind cannot be known.
 */
export function createFileAnswerer({
  drawing,
  clock,
  send,
}: AnswererParts): (bytes: Uint8Array) => Promise<void> {
  return async (bytes) => {
    const stepped = (codes: Extract<FromReader, { kind: 'step' }>['codes']) =>
      send({ kind: 'step', codes });
    const answer = await readFile(bytes, {
      drawing,
      budget: openBudget(clock, bytes.length),
      stepped: (found) => stepped([...found]),
    });
    if (!answer.ok) return send({ kind: 'done', answer });
    const { codes, notices } = answer.value;
    const value = { codes: [...codes], notices: [...notices] };
    send({ kind: 'done', answer: { ok: true, value } });
  };
}
