import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk-context.ts';
import { useDeskCamera } from './use-desk-camera.ts';

/** A small live picture for desks without a scanner; it stands still only when switched off. */
export function CameraPane() {
  const { t } = useTranslation();
  const { terminal, judge } = useDesk();
  const video = useRef<HTMLVideoElement>(null);
  const camera = useDeskCamera(video, terminal, (text) => {
    void judge(text, 'camera');
  });
  return (
    <figure className="desk-camera" data-camera={camera}>
      <video ref={video} autoPlay muted playsInline />
      <figcaption className="desk-hint">
        {camera === 'live' && t('scan.privacy')}
        {camera === 'starting' && t('scan.starting')}
        {camera !== 'live' && camera !== 'starting' && t(`camera.${camera}.headline`)}
      </figcaption>
    </figure>
  );
}
