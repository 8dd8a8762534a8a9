import type { Sign } from '../sound/signs.ts';
import { SIGN_OF_LOOK } from '../sound/signs-of-change.ts';
import type { Comparison } from './compare/compare-codes.ts';
import { deskLook } from './desk-content.ts';
import { type DeskState, shownScan } from './desk-state.ts';

const SIGN_OF_COMPARISON: Readonly<Record<Comparison['kind'], Sign>> = {
  match: 'accept',
  mismatch: 'refuse',
  'no-code': 'other',
};

/** What is heard at the desk when one state follows another: eyes are on the paper, not here. */
export function signOfDesk(before: DeskState, after: DeskState): Sign | undefined {
  const [newest] = after.scans;
  if (newest !== undefined && newest.id !== before.scans[0]?.id) {
    return SIGN_OF_LOOK[deskLook(newest.content)];
  }
  const comparison = shownScan(after)?.comparison;
  const isNew = before.shown === after.shown && comparison !== shownScan(before)?.comparison;
  return isNew && comparison !== undefined ? SIGN_OF_COMPARISON[comparison.kind] : undefined;
}
