import type { ShanghaiDay } from '../../shared/time.ts';

/** A span on the calendar. */
export interface CalendarPeriod {
  readonly years?: number | undefined;
  readonly months?: number | undefined;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** The day of a date of the calendar, or `undefined` when there is no such date (30 February). */
export function dayOfDate(year: number, month: number, day: number): ShanghaiDay | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  // Two-digit years would silently mean the twentieth century.
  return exists && date.getUTCFullYear() === year ? time / MILLISECONDS_PER_DAY : undefined;
}

/** `YYYY-MM-DD`. */
export function dateOfDay(day: ShanghaiDay): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * The last day of a period that begins with an event: the corresponding day of the month it ends
 * in, or that month's last day where there is none, so a year from 29 February ends on 28 February.
 * Source: Civil Code of China, Articles 201 and 202.
 */
export function lastDayOf(
  event: ShanghaiDay,
  { years = 0, months = 0 }: CalendarPeriod,
): ShanghaiDay {
  const date = new Date(event * MILLISECONDS_PER_DAY);
  const month = date.getUTCMonth() + months + 12 * years;
  const corresponding = Date.UTC(date.getUTCFullYear(), month, date.getUTCDate());
  const endOfMonth = Date.UTC(date.getUTCFullYear(), month + 1, 0);
  return Math.min(corresponding, endOfMonth) / MILLISECONDS_PER_DAY;
}

/** The earliest event whose period has not ended before a day: what happened since then still counts. */
export function firstCountedDay(asOf: ShanghaiDay, period: CalendarPeriod): ShanghaiDay {
  const back = { years: -(period.years ?? 0), months: -(period.months ?? 0) };
  // Months differ by up to three days in length, so start a little early and walk.
  let day = lastDayOf(asOf, back) - 4;
  while (lastDayOf(day, period) < asOf) day++;
  return day;
}
