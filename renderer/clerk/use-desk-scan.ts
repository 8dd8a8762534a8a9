import { type Dispatch, useCallback } from 'react';
import type { ScanSource } from '../../shared/ipc/scan-source.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import type { Sign } from '../sound/signs.ts';
import type { WedgeRepair } from '../wedge/read-presses.ts';
import type { DeskEvent } from './desk-state.ts';

/** Has a text judged. @param repaired what was wrong with a scanner's typing and put right */
export type Judge = (
  text: string,
  source: ScanSource,
  repaired?: readonly WedgeRepair[],
) => Promise<void>;

/** Sources with which the eyes are on the thing that is scanned. */
const IS_CLICKED: ReadonlySet<ScanSource> = new Set(['wedge', 'camera']);

/** Sends a text to be judged; only the answer reaches the state. */
export function useDeskScan(
  dispatch: Dispatch<DeskEvent>,
  isTraining: boolean,
  play: (sign: Sign) => void,
): Judge {
  return useCallback(
    async (text, source, repaired = []) => {
      if (IS_CLICKED.has(source)) play('read');
      const reply = await kioskBridge().checkScan({
        ...{ text, source },
        ...(isTraining ? { training: true } : {}),
      });
      const at = reply.ok ? reply.value.at : Math.floor(Date.now() / 1_000);
      const content = reply.ok
        ? ({ kind: 'verdict', verdict: reply.value } as const)
        : ({ kind: 'check-failed', code: reply.code } as const);
      dispatch({ type: 'scan-answered', scan: { at, source, content, repaired } });
    },
    [dispatch, isTraining, play],
  );
}
