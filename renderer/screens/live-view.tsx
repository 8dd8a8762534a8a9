import type { RefObject } from 'react';
import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';
import { type ScannerViewSource, useScannerView } from '../state/scanner-view.ts';
import { CameraPicture } from './camera-picture.tsx';

interface LiveViewProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly settings: CameraSettings;
  readonly outline: RefObject<SVGPolygonElement | null>;
  readonly view: ScannerViewSource;
}

/** The camera's picture, the guide, and the outline of the code that was found. */
export function LiveView({ video, settings, outline, view }: LiveViewProps) {
  const corners = useScannerView(view, (seen) => seen.corners);
  return (
    <div className="live-view">
      <CameraPicture video={video} settings={settings} outline={outline} corners={corners} />
      <div className="live-guide" aria-hidden="true" />
    </div>
  );
}
