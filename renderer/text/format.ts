import type { EpochSeconds } from '../../shared/time.ts';
import type { Language } from './language.ts';

const TIME_ZONE = 'Asia/Shanghai';

/** A calendar day in Shanghai in words. */
export function formatDay(time: EpochSeconds, language: Language): string {
  return days(language).format(time * 1_000);
}

/** Day and minute in Shanghai, short. */
export function formatMoment(time: EpochSeconds, language: Language): string {
  return moments(language).format(time * 1_000);
}

/** Hour and minute in Shanghai, as a list of today's events needs them. */
export function formatClock(time: EpochSeconds, language: Language): string {
  return clocks(language).format(time * 1_000);
}

/** A span of time in its largest whole unit: `3 days`, `40 minutes`. */
export function formatAge(seconds: number, language: Language): string {
  const { size, amounts } = AGE_UNITS.find((unit) => seconds >= unit.size) ?? SMALLEST_UNIT;
  return amounts(language).format(Math.floor(Math.max(0, seconds) / size));
}

const days = onceForEachLanguage(
  (language) => new Intl.DateTimeFormat(language, { timeZone: TIME_ZONE, dateStyle: 'long' }),
);

const MINUTE = {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

const moments = onceForEachLanguage(
  (language) => new Intl.DateTimeFormat(language, { ...MINUTE, month: 'short', day: 'numeric' }),
);

const clocks = onceForEachLanguage((language) => new Intl.DateTimeFormat(language, MINUTE));

const SMALLEST_UNIT = ageUnit('second', 1);
const AGE_UNITS = [ageUnit('day', 86_400), ageUnit('hour', 3_600), ageUnit('minute', 60)];

/** @param size in seconds */
function ageUnit(unit: string, size: number) {
  const amounts = onceForEachLanguage(
    (language) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }),
  );
  return { size, amounts };
}

/** To make a formatter takes longer than to draw the rest of an answer; to use one takes nothing. */
function onceForEachLanguage<Formatter>(make: (language: Language) => Formatter) {
  const made = new Map<Language, Formatter>();
  return (language: Language): Formatter => {
    const formatter = made.get(language) ?? make(language);
    made.set(language, formatter);
    return formatter;
  };
}

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
