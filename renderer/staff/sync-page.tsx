import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffState } from '../../shared/ipc/staff-replies.ts';
import type { SyncState } from '../../shared/ipc/sync-state.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { useMoments } from './moment.ts';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';

const LOOK_EVERY_MS = 300;

/** What the terminal judges with, how old it is, and the button that brings news. */
export function SyncPage() {
  const { t } = useTranslation();
  const { state, ask, reload } = useStaff();
  const moments = useMoments();
  const [isAsked, setAsked] = useState(false);
  const progress = useSyncProgress(isAsked);
  const syncNow = async (): Promise<void> => {
    setAsked(true);
    await ask(kioskBridge().syncNow({}));
    setAsked(false);
    await reload();
  };
  const sync = isAsked ? progress : state.sync;
  return (
    <section className="staff-page">
      <p className="staff-result" role="status" data-sync={sync?.phase}>
        {state.sync === undefined
          ? t('staff.sync.notConfigured')
          : sync && describeSync(sync, t, moments)}
      </p>
      {state.sync !== undefined && (
        <StaffButton isPrimary isDisabled={isAsked} onPress={() => void syncNow()}>
          {t('staff.sync.now')}
        </StaffButton>
      )}
      <HeldTrust state={state} />
    </section>
  );
}

/** While a synchronisation was asked for: what it is at. */
function useSyncProgress(isAsked: boolean): SyncState | undefined {
  const [progress, setProgress] = useState<SyncState>();
  useEffect(() => {
    if (!isAsked) return undefined;
    setProgress({ phase: 'syncing', step: 'starting' });
    const timer = window.setInterval(() => {
      void kioskBridge()
        .readTrustState({})
        .then((reply) => {
          if (reply.ok && reply.value.sync?.phase === 'syncing') setProgress(reply.value.sync);
        });
    }, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [isAsked]);
  return progress;
}

function describeSync(
  sync: SyncState,
  t: TFunction,
  moments: (time: EpochSeconds) => string,
): string {
  switch (sync.phase) {
    case 'idle':
      return t('staff.sync.idle');
    case 'syncing':
      return t(`staff.sync.step.${sync.step}`);
    case 'done':
      return t(sync.changed ? 'staff.sync.doneChanged' : 'staff.sync.doneSame', {
        time: moments(sync.at),
      });
    case 'failed':
      return t('staff.sync.failed', {
        time: moments(sync.at),
        reason: t(`staff.failure.${sync.code}`),
      });
  }
}

function HeldTrust({ state }: { readonly state: StaffState }) {
  const { t } = useTranslation();
  const moments = useMoments();
  const { trust } = state;
  return (
    <dl className="staff-facts">
      {trust === null ? (
        <Fact title={t('staff.sync.domainTitle')}>{t('staff.sync.none')}</Fact>
      ) : (
        <>
          <Fact title={t('staff.sync.domainTitle')}>{t(`staff.sync.domain.${trust.domain}`)}</Fact>
          <Fact title={t('staff.sync.freshnessTitle')}>
            {t(`staff.sync.freshness.${trust.freshness}`)}
          </Fact>
          <Fact title={t('staff.sync.issuers')} asOf={moments(trust.currentAsOf.issuers)}>
            {t('staff.sync.version', { version: trust.issuersVersion })}
          </Fact>
          <Fact title={t('staff.sync.policy')} asOf={moments(trust.currentAsOf.policy)}>
            {t('staff.sync.version', { version: trust.policyVersion })}
          </Fact>
          <Fact title={t('staff.sync.status')} asOf={moments(trust.currentAsOf.status)}>
            {t('staff.sync.lists', { count: trust.statusLists })}
          </Fact>
        </>
      )}
      {state.repository !== '' && (
        <Fact title={t('staff.sync.repository')}>{state.repository}</Fact>
      )}
      <Fact title={t('staff.sync.program')}>
        {state.version} · Electron {state.electron}
      </Fact>
    </dl>
  );
}

interface FactProps {
  readonly title: string;
  readonly asOf?: string;
  readonly children: React.ReactNode;
}

function Fact({ title, asOf, children }: FactProps) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {children}
        {asOf !== undefined && <small> {t('staff.sync.asOf', { time: asOf })}</small>}
      </dd>
    </>
  );
}
