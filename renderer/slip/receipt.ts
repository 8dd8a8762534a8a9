import type { EpochSeconds } from '../../shared/time.ts';

/**
 * A number to find the record again: day, time in Shanghai and count of this sitting. It holds
 * nothing of the company, so that a slip left lying about tells nobody anything.
 */
export function receiptNumber({
  at,
  id,
}: {
  readonly at: EpochSeconds;
  readonly id: number;
}): string {
  const inShanghai = new Date((at + 8 * 3_600) * 1_000).toISOString();
  const digits = inShanghai.slice(0, 19).replace(/\D/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-${String(id).padStart(3, '0')}`;
}

const SHOWN_START = 4;
const SHOWN_END = 4;

/** A company code with its middle hidden: enough to recognise one's own, too little to look it up. */
export function maskCode(code: string): string {
  const hidden = Math.max(0, code.length - SHOWN_START - SHOWN_END);
  return `${code.slice(0, SHOWN_START)}${'*'.repeat(hidden)}${code.slice(code.length - SHOWN_END)}`;
}
