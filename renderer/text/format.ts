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
