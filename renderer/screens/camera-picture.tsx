import type { RefObject } from 'react';
import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';
import { croppedRegion } from '../scan/crop-picture.ts';
import type { Point } from '../scan/outline.ts';

interface CameraPictureProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly settings: CameraSettings;
  /** Corners of the code in view, in pixels of the video; empty when there is none. */
  readonly corners: readonly Point[];
  readonly outline?: RefObject<SVGPolygonElement | null>;
}

/**
 * The camera's picture as the settings have it (turned, mirrored, cropped), and on it the outline
 * of the code that was found. Fills the element it is put in.
 */
export function CameraPicture({ video, settings, corners, outline }: CameraPictureProps) {
  const { rotation, mirror, crop } = settings;
  const { videoWidth = 0, videoHeight = 0 } = video.current ?? {};
  const shown = croppedRegion({ width: videoWidth, height: videoHeight }, crop);
  const inset = [crop.top, crop.right, crop.bottom, crop.left].map((share) => `${100 * share}%`);
  const points = corners.map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <div className="camera-picture" data-rotation={rotation} data-mirror={mirror}>
      <video
        ref={video}
        className="live-picture"
        style={{ objectViewBox: `inset(${inset.join(' ')})` }}
        muted
        playsInline
        autoPlay
      />
      {/* Same frame, same turn and same cropping as the picture: pixels of the video are its units. */}
      <svg
        className="live-outline"
        viewBox={`${shown.left} ${shown.top} ${shown.width} ${shown.height}`}
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        {corners.length > 0 && (
          <>
            <polygon className="outline-edge" points={points} />
            <polygon ref={outline} points={points} />
          </>
        )}
      </svg>
    </div>
  );
}
