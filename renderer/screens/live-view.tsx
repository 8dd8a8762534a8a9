import type { RefObject } from 'react';
import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';
import type { ScannerView } from '../state/use-scanner.ts';
import { CameraPicture } from './camera-picture.tsx';

interface LiveViewProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly settings: CameraSettings;
  readonly outline: RefObject<SVGPolygonElement | null>;
  readonly view: ScannerView;
}

/** The camera's picture, the guide, and the outline of the code that was found. */
export function LiveView({ video, settings, outline, view }: LiveViewProps) {
  return (
    <div className="live-view">
      <CameraPicture video={video} settings={settings} outline={outline} corners={view.corners} />
      <div className="live-guide" aria-hidden="true" />
    </div>
  );
}
