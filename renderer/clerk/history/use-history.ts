import { useCallback, useEffect, useState } from 'react';
import type { History } from '../../../shared/ipc/audit-verbs.ts';
import { kioskBridge } from '../../kiosk-bridge.ts';

/** Today's records, read anew when something is known to have been added. */
export interface TodaysHistory {
  /** `undefined` until the first reply. */
  readonly history: History | undefined;
  readonly refresh: () => Promise<void>;
}

/** @param occasion reads again whenever it changes */
export function useHistory(occasion: string): TodaysHistory {
  const [history, setHistory] = useState<History>();
  const refresh = useCallback(async () => {
    const reply = await kioskBridge().readHistory({});
    if (reply.ok) setHistory(reply.value);
  }, []);
  useEffect(() => {
    if (occasion !== '') void refresh();
  }, [occasion, refresh]);
  return { history, refresh };
}
