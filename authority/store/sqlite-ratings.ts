import type { Cause } from './cause.ts';
import type { RatingBook } from './office-store.ts';
import type { GradeChange, RatingReader, Reason, StoredRating } from './rating-book.ts';
import type { Connection, Row } from './sqlite-connection.ts';
import type { WritableJournal } from './sqlite-journal.ts';
import { startRatingRun } from './sqlite-rating-run.ts';
import { numberAt, optionalTextAt, textAt, wordsAt } from './sqlite-values.ts';

const RATINGS = `
SELECT r.holder, r.grade, r.lists, r.reasons, c.run, c.as_of, c.scheme
FROM current_run AS c CROSS JOIN rating AS r ON r.slot = c.slot AND r.run = c.run`;

/** Reads the ratings of the current run for everybody. */
export function openRatingReader(connection: Connection): RatingReader {
  const one = connection.prepare(`${RATINGS} WHERE r.holder = ?`);
  const next = connection.prepare(
    `${RATINGS} WHERE r.holder > ?1 AND (?2 IS NULL OR r.grade = ?2) ORDER BY r.holder LIMIT ?3`,
  );
  const history = connection.prepare(
    `SELECT c.run, r.as_of, c.grade FROM rating_change AS c JOIN rating_run AS r USING (run)
     WHERE c.holder = ? AND r.completed_at IS NOT NULL ORDER BY c.run`,
  );
  return {
    async rating(holder) {
      const row = one.get(holder);
      return row && readRating(row);
    },
    ratingsAfter: async (holder, limit, grade) =>
      next.all(holder, grade ?? null, limit).map(readRating),
    history: async (holder) => history.all(holder).map(readChange),
  };
}

/** The ratings as an office at work uses them. */
export function openRatingBook(connection: Connection, journal: WritableJournal): RatingBook {
  return {
    ...openRatingReader(connection),
    startRun: async (plan, cause: Cause) => startRatingRun({ connection, journal, cause }, plan),
  };
}

function readRating(row: Row): StoredRating {
  return {
    holder: textAt(row, 0),
    grade: optionalTextAt(row, 1) ?? null,
    lists: wordsAt(row, 2),
    // Only `startRatingRun` writes this column, within the office's own file.
    reasons: JSON.parse(textAt(row, 3)) as readonly Reason[],
    run: numberAt(row, 4),
    asOf: numberAt(row, 5),
    scheme: textAt(row, 6),
  };
}

function readChange(row: Row): GradeChange {
  const grade = optionalTextAt(row, 2) ?? null;
  return { run: numberAt(row, 0), asOf: numberAt(row, 1), grade };
}
