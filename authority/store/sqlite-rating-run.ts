import type { Cause } from './cause.ts';
import type { Rating, RatingRun, RatingRunOutcome, RatingRunPlan } from './rating-book.ts';
import type { Connection } from './sqlite-connection.ts';
import type { WritableJournal } from './sqlite-journal.ts';
import { numberAt, optionalTextAt } from './sqlite-values.ts';
import { supersedeOutdated } from './supersede.ts';

interface Desk {
  readonly connection: Connection;
  readonly journal: WritableJournal;
  readonly cause: Cause;
}

/** Where a run writes, and what is current while it does. */
interface Place {
  readonly run: number;
  readonly slot: number;
  /** The slot that readers see; undefined before the first run was completed. */
  readonly currentSlot: number | undefined;
}

interface Tally {
  rated: number;
  changed: number;
  readonly grades: Record<string, number>;
}

/** Starts a run in the slot that nobody reads. */
export function startRatingRun(desk: Desk, plan: RatingRunPlan): RatingRun {
  const place = desk.connection.transaction(() => beginRun(desk, plan));
  const tally: Tally = { rated: 0, changed: 0, grades: {} };
  const put = openPut(desk.connection, place, tally);
  return {
    run: place.run,
    put: async (ratings) => desk.connection.transaction(() => ratings.forEach(put)),
    complete: async (digest) =>
      desk.connection.transaction(() => completeRun(desk, place, { ...tally, digest })),
  };
}

function beginRun({ connection, journal, cause }: Desk, plan: RatingRunPlan): Place {
  const current = connection.prepare('SELECT slot FROM current_run').get();
  const currentSlot = current && numberAt(current, 0);
  const slot = currentSlot === 0 ? 1 : 0;
  const row = connection
    .prepare(
      'INSERT INTO rating_run (slot, as_of, scheme, scheme_digest, started_at) VALUES (?, ?, ?, ?, ?) RETURNING run',
    )
    .get(slot, plan.asOf, plan.scheme, plan.schemeDigest, cause.at);
  const run = numberAt(row, 0);
  journal.note(cause, { what: 'rating-started', subject: `rating ${run}`, detail: plan });
  return { run, slot, currentSlot };
}

function openPut(
  connection: Connection,
  { run, slot, currentSlot }: Place,
  tally: Tally,
): (rating: Rating) => void {
  const upsert = connection.prepare(
    'INSERT OR REPLACE INTO rating (slot, holder, run, grade, lists, reasons) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const before = connection.prepare('SELECT grade FROM rating WHERE slot = ? AND holder = ?');
  const change = connection.prepare(
    'INSERT INTO rating_change (holder, run, grade) VALUES (?, ?, ?)',
  );
  return ({ holder, grade, lists, reasons }) => {
    upsert.run(slot, holder, run, grade, lists.join(','), JSON.stringify(reasons));
    tally.rated++;
    tally.grades[grade ?? '-'] = (tally.grades[grade ?? '-'] ?? 0) + 1;
    const previous = currentSlot === undefined ? undefined : before.get(currentSlot, holder);
    if (previous !== undefined && (optionalTextAt(previous, 0) ?? null) === grade) return;
    change.run(holder, run, grade);
    tally.changed++;
  };
}

function completeRun(
  { connection, journal, cause }: Desk,
  { run, slot }: Place,
  tally: Tally & { readonly digest: string },
): RatingRunOutcome {
  connection.prepare('UPDATE rating_run SET completed_at = ? WHERE run = ?').run(cause.at, run);
  const superseded = supersedeOutdated({ connection, journal, cause }, slot);
  const detail = { ...tally, superseded };
  journal.note(cause, { what: 'rating-completed', subject: `rating ${run}`, detail });
  const { rated, changed, grades } = tally;
  return { run, rated, changed, grades, superseded };
}
