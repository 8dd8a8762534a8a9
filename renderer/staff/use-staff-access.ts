import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffState } from '../../shared/ipc/staff-replies.ts';
import type { StaffChange } from '../../shared/ipc/staff-verbs.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import type { StaffAccess, StaffReply } from './staff-access.ts';

/** Makes what the pages work with; `access` is there once the state has been read. */
export function useStaffAccess(close: () => void): {
  readonly access: StaffAccess | undefined;
  readonly line: string | undefined;
} {
  const { t } = useTranslation();
  const [state, setState] = useState<StaffState>();
  const [line, say] = useState<string>();
  const ask = useCallback(
    async <Value>(asked: Promise<StaffReply<Value>>): Promise<Value | undefined> => {
      const reply = await asked;
      if (!reply.ok) say(t('staff.notAnswered'));
      else if (reply.value.access === 'open') return reply.value.value;
      else close();
      return undefined;
    },
    [close, t],
  );
  const reload = useCallback(async () => {
    const next = await ask(kioskBridge().readStaffState({}));
    if (next !== undefined) setState(next);
  }, [ask]);
  useEffect(() => void reload(), [reload]);
  const change = useCallback(
    async (wanted: StaffChange) => {
      const outcome = await ask(kioskBridge().changeSetting(wanted));
      if (outcome === undefined) return;
      say(t(`staff.outcome.${outcome}`));
      await reload();
    },
    [ask, reload, t],
  );
  const access = useMemo(
    () => state && { state, ask, change, reload, say, close },
    [state, ask, change, reload, close],
  );
  return { access, line };
}
