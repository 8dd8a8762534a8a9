import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Storage, WipeableKind } from '../../shared/ipc/staff-replies.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';
import { formatBytes, isWipeable } from './stored-part.ts';
import { WipeAll } from './wipe-all.tsx';

/** What this terminal keeps, how large it is, and what of it can be wiped. */
export function StoragePage() {
  const { t } = useTranslation();
  const { ask, reload, say } = useStaff();
  const [storage, setStorage] = useState<Storage>();
  const [asked, setAsked] = useState<WipeableKind>();
  useEffect(() => {
    void ask(kioskBridge().readStorage({})).then(setStorage);
  }, [ask]);
  const wipe = async (kind: WipeableKind): Promise<void> => {
    setAsked(undefined);
    const after = await ask(kioskBridge().wipeStorage({ kinds: [kind] }));
    if (after === undefined) return;
    setStorage(after);
    say(t('staff.storage.wiped'));
    await reload();
  };
  if (storage === undefined) return null;
  return (
    <section className="staff-page">
      <div className="storage-head">
        <p>
          {t('staff.storage.folder')} <span className="code">{storage.folder}</span>
        </p>
        <WipeAll storage={storage} />
      </div>
      <ul className="storage">
        {storage.parts.map(({ kind, bytes, names }) => (
          <li key={kind} data-stored={kind}>
            <div>
              <p>
                <strong>{t(`staff.storage.kind.${kind}.title`)}</strong> {formatBytes(bytes)}
              </p>
              <p className="check-advice">
                {t(`staff.storage.kind.${kind}.about`, { days: storage.retentionDays })}
              </p>
              {kind !== 'other' && names.length > 0 && <p className="code">{names.join(' · ')}</p>}
            </div>
            {isWipeable(kind) && (
              <WipeButtons
                kind={kind}
                isAsked={asked === kind}
                ask={setAsked}
                wipe={(wiped) => void wipe(wiped)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WipeButtonsProps {
  readonly kind: WipeableKind;
  readonly isAsked: boolean;
  readonly ask: (kind: WipeableKind | undefined) => void;
  readonly wipe: (kind: WipeableKind) => void;
}

/** Asks once more before anything is gone. */
function WipeButtons({ kind, isAsked, ask, wipe }: WipeButtonsProps) {
  const { t } = useTranslation();
  const what = t(`staff.storage.kind.${kind}.title`);
  if (!isAsked) {
    const label = `${t('staff.storage.wipe')} ${what}`;
    return (
      <StaffButton label={label} onPress={() => ask(kind)}>
        {t('staff.storage.wipe')}
      </StaffButton>
    );
  }
  return (
    <div className="actions">
      <StaffButton onPress={() => ask(undefined)}>{t('staff.storage.cancel')}</StaffButton>
      <StaffButton isPrimary onPress={() => wipe(kind)}>
        {t('staff.storage.sure', { what })}
      </StaffButton>
    </div>
  );
}
