import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreviewReply } from '../../shared/ipc/staff-replies.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { useMoments } from './moment.ts';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';

/** The trust repositories found on a drive: looked into first, taken over only then. */
export function DriveImport({ repositories }: { readonly repositories: readonly string[] }) {
  const { t } = useTranslation();
  if (repositories.length === 0) return <p>{t('staff.drive.noRepository')}</p>;
  return (
    <>
      {repositories.map((folder) => (
        <Repository key={folder} folder={folder} />
      ))}
    </>
  );
}

function Repository({ folder }: { readonly folder: string }) {
  const { t } = useTranslation();
  const { ask, reload, say } = useStaff();
  const [preview, setPreview] = useState<ImportPreviewReply>();
  const look = async (): Promise<void> => {
    setPreview(await ask(kioskBridge().previewImport({ folder })));
  };
  const apply = async (): Promise<void> => {
    const imported = await ask(kioskBridge().importRepository({ folder }));
    if (imported === undefined) return;
    setPreview(undefined);
    say(
      imported.result === 'imported'
        ? t('staff.drive.applied', { version: imported.timestampVersion })
        : t('staff.drive.failed', { reason: t(`staff.failure.${imported.code}`) }),
    );
    await reload();
  };
  return (
    <div className="repository">
      <p className="code">{folder}</p>
      {preview !== undefined && <Preview preview={preview} />}
      {preview?.result === 'found' ? (
        <StaffButton isPrimary onPress={() => void apply()}>
          {t('staff.drive.apply')}
        </StaffButton>
      ) : (
        <StaffButton onPress={() => void look()}>{t('staff.drive.look')}</StaffButton>
      )}
    </div>
  );
}

function Preview({ preview }: { readonly preview: ImportPreviewReply }) {
  const { t } = useTranslation();
  const moments = useMoments();
  if (preview.result === 'failed') {
    return <p>{t('staff.drive.failed', { reason: t(`staff.failure.${preview.code}`) })}</p>;
  }
  const { domain, signedAt, heldTimestampVersion } = preview;
  return (
    <ul className="preview" data-preview="found">
      <li>
        {t('staff.drive.found', {
          domain: t(`staff.sync.domain.${domain}`),
          issuers: preview.issuersVersion,
          policy: preview.policyVersion,
          timestamp: preview.timestampVersion,
        })}
      </li>
      {signedAt !== null && <li>{t('staff.drive.signedAt', { time: moments(signedAt) })}</li>}
      <li>{t('staff.drive.expires', { time: moments(preview.expires) })}</li>
      {heldTimestampVersion !== null && (
        <li>{t('staff.drive.held', { version: heldTimestampVersion })}</li>
      )}
    </ul>
  );
}
