import { failure, type Result, success } from '../../shared/result.ts';
import type { EpochSeconds } from '../../shared/time.ts';

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads a date-time with a zone; fractions of a second are cut. The language's own parser is not
 * used because it turns 30 February into 2 March and takes a time without zone for local time.
 * Source: RFC 3339 §5.6 (seconds may be left out here).
 */
export function parseTime(text: string): Result<EpochSeconds, string> {
  const match = DATE_TIME.exec(text);
  if (match === null) return failure(explainForm(text));
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  const [zoneHour, zoneMinute] = [Number(match[8] ?? 0), Number(match[9] ?? 0)];
  const inRange =
    hour < 24 && minute < 60 && second < 60 && zoneHour < 24 && zoneMinute < 60 && year >= 1970;
  if (!inRange || !isDate(year, month, day)) return failure(`there is no such time: ${text}`);
  const offsetSeconds = (match[7] === '-' ? -60 : 60) * (zoneHour * 60 + zoneMinute);
  const time = Date.UTC(year, month - 1, day, hour, minute, second) / 1_000 - offsetSeconds;
  return time < 0 ? failure(`${text} lies before 1970`) : success(time);
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function explainForm(text: string): string {
  const example = '2026-11-20T09:30:00+08:00';
  if (/^\d{4}-\d{2}-\d{2}(?:[Tt][\d:.]+)?$/.test(text)) {
    return `${text} needs a time with a zone, like ${example}`;
  }
  return `${JSON.stringify(text)} is no time; write it like ${example}`;
}
