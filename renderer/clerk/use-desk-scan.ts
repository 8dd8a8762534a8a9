import { type Dispatch, useCallback } from 'react';
import type { ScanSource } from '../../shared/ipc/scan-source.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import type { DeskEvent } from './desk-state.ts';

/** Sends a text to be judged; only the answer reaches the state. */
export function useDeskScan(
  dispatch: Dispatch<DeskEvent>,
  isTraining: boolean,
): (text: string, source: ScanSource) => Promise<void> {
  return useCallback(
    async (text, source) => {
      const reply = await kioskBridge().checkScan({
        ...{ text, source },
        ...(isTraining ? { training: true } : {}),
      });
      const at = reply.ok ? reply.value.at : Math.floor(Date.now() / 1_000);
      const content = reply.ok
        ? ({ kind: 'verdict', verdict: reply.value } as const)
        : ({ kind: 'check-failed', code: reply.code } as const);
      dispatch({ type: 'scan-answered', scan: { at, source, content } });
    },
    [dispatch, isTraining],
  );
}
