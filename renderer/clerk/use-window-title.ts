import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrustState } from '../../shared/ipc/contract.ts';
import type { DeskState } from './desk-state.ts';

/** Desk and line first: a task bar shows only the beginning. */
export function useWindowTitle(state: DeskState, trust: TrustState | undefined): void {
  const { t } = useTranslation();
  const line = t(isOnline(trust) ? 'desk.online' : 'desk.offline');
  const training = state.isTraining ? t('desk.switches.training') : '';
  const title = [state.deskName, line, training, t('desk.title')]
    .filter((part) => part !== '')
    .join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** The last synchronisation came through; a terminal without a repository is off line by choice. */
export function isOnline(trust: TrustState | undefined): boolean {
  const phase = trust?.sync?.phase;
  return phase === 'done' || phase === 'syncing';
}
