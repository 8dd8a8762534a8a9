import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drive } from '../../shared/ipc/staff-replies.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { measureCamera } from '../scan/measure-camera.ts';
import { DriveImport } from './drive-import.tsx';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';

/** Brings data from a USB drive and takes data to one. */
export function DrivePage() {
  const { t } = useTranslation();
  const { ask } = useStaff();
  const [drives, setDrives] = useState<readonly Drive[]>();
  const look = useCallback(() => {
    void ask(kioskBridge().listDrives({})).then(setDrives);
  }, [ask]);
  useEffect(look, [look]);
  return (
    <section className="staff-page">
      <StaffButton onPress={look}>{t('staff.drive.lookAgain')}</StaffButton>
      {drives?.length === 0 && <p>{t('staff.drive.none')}</p>}
      {drives?.map((drive) => (
        <DriveView key={drive.path} drive={drive} />
      ))}
    </section>
  );
}

function DriveView({ drive }: { readonly drive: Drive }) {
  const { t } = useTranslation();
  const { state, ask, say } = useStaff();
  const show = (written: Awaited<ReturnType<typeof takeTrust>>): void => {
    if (written === undefined) return;
    say(
      written.result === 'written'
        ? t('staff.drive.written', { path: written.path })
        : t('staff.drive.failed', { reason: t(`staff.failure.${written.code}`) }),
    );
  };
  const takeTrust = () => ask(kioskBridge().exportRepository({ drive: drive.path }));
  const takeDiagnostics = async () => {
    const camera = await measureCamera(state.settings.camera.value);
    return ask(kioskBridge().exportDiagnostics({ drive: drive.path, camera }));
  };
  return (
    <article className="drive" data-drive={drive.name}>
      <h2>
        {drive.name} {!drive.isWritable && <small>{t('staff.drive.readOnly')}</small>}
      </h2>
      <h3>{t('staff.drive.bring')}</h3>
      {state.canImport ? (
        <DriveImport repositories={drive.repositories} />
      ) : (
        <p>{t('staff.drive.fixedFolder')}</p>
      )}
      <h3>{t('staff.drive.take')}</h3>
      <div className="staff-row">
        {state.canImport && (
          <StaffButton
            isDisabled={!drive.isWritable || state.trust === null}
            onPress={() => void takeTrust().then(show)}
          >
            {t('staff.drive.takeTrust')}
          </StaffButton>
        )}
        <StaffButton
          isDisabled={!drive.isWritable}
          onPress={() => void takeDiagnostics().then(show)}
        >
          {t('staff.drive.takeDiagnostics')}
        </StaffButton>
      </div>
      <p className="check-advice">{t('staff.drive.diagnosticsAbout')}</p>
    </article>
  );
}
