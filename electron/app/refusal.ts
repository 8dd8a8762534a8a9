import type { Terminal } from '../../shared/ipc/contract.ts';
import type { Settings } from '../config/settings.ts';
import { isPinHash } from '../staff/pin-hash.ts';
import type { WindowMode } from './window-mode.ts';

/** What says so has to be closable, whatever was asked for. */
export const REFUSAL_WINDOW: WindowMode = { kind: 'windowed', width: 1_280, height: 800 };

/**
 * Why a terminal must not take the whole screen: without a PIN nobody could leave it again.
 * A window can be closed like any other, and so can a desk's.
 */
export function refusalOf(
  { mode, staffPin }: Settings,
  windowMode: WindowMode,
): Terminal['refusal'] | undefined {
  const takesScreen = mode === 'kiosk' && windowMode.kind === 'kiosk';
  return takesScreen && !isPinHash(staffPin) ? 'no-pin' : undefined;
}
