import { userInfo } from 'node:os';
import { type ShanghaiDay, shanghaiDayOf } from '../../shared/time.ts';
import { dayOfDate } from '../rating/calendar.ts';
import type { Cause } from '../store/cause.ts';
import { type Command, type CommandInput, optionOr, UsageError } from './command.ts';

/** Options of every command that changes what the office keeps. */
export const CHANGE_OPTIONS = {
  by: { type: 'string' },
  why: { type: 'string' },
} as const satisfies Command['options'];

/** How the usage line names them. */
export const CHANGE_USAGE = '[--by NAME] [--why TEXT]';

/** Who changes something, when and why; without `--by`, whoever is signed in to the machine. */
export function causeOf(input: CommandInput): Cause {
  const who = optionOr(input, 'by', '') || userInfo().username;
  return { who, at: Math.floor(Date.now() / 1000), why: optionOr(input, 'why', '') };
}

/** A day given as `YYYY-MM-DD`; today in Shanghai when not given. Throws `UsageError`. */
export function dayOption(input: CommandInput, name: string): ShanghaiDay {
  const text = optionOr(input, name, '');
  if (text === '') return shanghaiDayOf(Math.floor(Date.now() / 1000));
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match && dayOfDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null || day === undefined)
    throw new UsageError(`--${name} is a date like 2026-05-31, not "${text}"`);
  return day;
}

/** A whole number within bounds. Throws `UsageError`. */
export function countOption(
  input: CommandInput,
  name: string,
  bounds: { readonly from: number; readonly to: number },
): number {
  const text = optionOr(input, name, '');
  const count = Number(text);
  const isCount = /^\d+$/.test(text) && count >= bounds.from && count <= bounds.to;
  if (!isCount)
    throw new UsageError(`--${name} is a whole number from ${bounds.from} to ${bounds.to}`);
  return count;
}
