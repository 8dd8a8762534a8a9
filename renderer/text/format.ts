import type { EpochSeconds } from '../../shared/time.ts';
import type { Language } from './language.ts';

const TIME_ZONE = 'Asia/Shanghai';

/** A calendar day in Shanghai in words. */
export function formatDay(time: EpochSeconds, language: Language): string {
  return new Intl.DateTimeFormat(language, { timeZone: TIME_ZONE, dateStyle: 'long' }).format(
    time * 1_000,
  );
}

/** Day and minute in Shanghai, short. */
export function formatMoment(time: EpochSeconds, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: TIME_ZONE,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time * 1_000);
}

/** Hour and minute in Shanghai, as a list of today's events needs them. */
export function formatClock(time: EpochSeconds, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: TIME_ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time * 1_000);
}

/** A span of time in its largest whole unit: `3 days`, `40 minutes`. */
export function formatAge(seconds: number, language: Language): string {
  const [unit, size] = AGE_UNITS.find(([, length]) => seconds >= length) ?? SMALLEST_UNIT;
  const amount = Math.floor(Math.max(0, seconds) / size);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    amount,
  );
}

const SMALLEST_UNIT = ['second', 1] as const;
const AGE_UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/**
 * The last day a certificate can be used: it ends before `exp`, so one that ends
 * at midnight was valid until the day before.
 */
export function formatLastDay(expiresAt: EpochSeconds, language: Language): string {
  return formatDay(expiresAt - 1, language);
}

/** A code in groups of four, as people read one aloud. */
export function groupCode(code: string): string {
  return code.match(/.{1,4}/gu)?.join(' ') ?? code;
}
