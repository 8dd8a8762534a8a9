import type { EpochSeconds, ShanghaiDay } from '../../../shared/time.ts';
import { startOfShanghaiDay } from '../../../shared/time.ts';
import type { Language } from './language.ts';

const TIME_ZONE = 'Asia/Shanghai';
const DATES = formats({ dateStyle: 'long' });
const TIMES = formats({ timeStyle: 'medium', hourCycle: 'h23' });

/** A day in words. */
export function formatDay(day: ShanghaiDay, language: Language): string {
  return DATES[language].format(startOfShanghaiDay(day) * 1_000);
}

/** The day of a moment, in Shanghai. */
export function formatDayOf(time: EpochSeconds, language: Language): string {
  return DATES[language].format(time * 1_000);
}

/** Hour, minute and second of a moment, in Shanghai. */
export function formatTime(time: EpochSeconds, language: Language): string {
  return TIMES[language].format(time * 1_000);
}

/** A code in groups of four, as people read one aloud. */
export function inGroups(code: string): string {
  return code.replaceAll(/.{4}(?=.)/g, '$& ');
}

// Made once: making one takes longer than a page.
function formats(
  options: Intl.DateTimeFormatOptions,
): Readonly<Record<Language, Intl.DateTimeFormat>> {
  const make = (locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options });
  return { 'zh-CN': make('zh-CN'), en: make('en-GB') };
}
