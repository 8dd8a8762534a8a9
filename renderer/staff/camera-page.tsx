import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CameraSettings, DEFAULT_CAMERA_SETTINGS } from '../../shared/ipc/camera-settings.ts';
import { useCameraPreview } from '../scan/use-camera-preview.ts';
import { CameraPicture } from '../screens/camera-picture.tsx';
import { CameraControls } from './camera-controls.tsx';
import { LockedNote } from './locked-note.tsx';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';

/** Sets the camera up before its own picture; nothing is kept until it is saved. */
export function CameraPage() {
  const { t } = useTranslation();
  const { state, change } = useStaff();
  const { value: kept, isLocked } = state.settings.camera;
  const [draft, setDraft] = useState<CameraSettings>(kept);
  const video = useRef<HTMLVideoElement>(null);
  const preview = useCameraPreview(video, draft);
  const { facts, problem, corners } = preview;
  const { width, height, framesPerSecond: frames } = facts;
  return (
    <section className="staff-page camera-page">
      <div className="camera-stage">
        <CameraPicture video={video} settings={draft} corners={corners} />
      </div>
      <p className="camera-facts" role="status" data-camera={problem ?? 'live'}>
        {problem !== undefined && t(`camera.${problem}.headline`)}
        {problem === undefined &&
          (width === 0
            ? t('staff.camera.waiting')
            : t('staff.camera.facts', { width, height, frames }))}
        {' · '}
        {t(corners.length > 0 ? 'staff.camera.codeRead' : 'staff.camera.tryCode')}
      </p>
      <CameraControls draft={draft} preview={preview} isLocked={isLocked} onChange={setDraft} />
      <LockedNote isLocked={isLocked} />
      <div className="staff-row">
        <StaffButton isDisabled={isLocked} onPress={() => setDraft(DEFAULT_CAMERA_SETTINGS)}>
          {t('staff.camera.reset')}
        </StaffButton>
        <StaffButton
          isPrimary
          isDisabled={isLocked || draft === kept}
          onPress={() => void change({ name: 'camera', value: draft })}
        >
          {t('staff.camera.save')}
        </StaffButton>
      </div>
    </section>
  );
}
