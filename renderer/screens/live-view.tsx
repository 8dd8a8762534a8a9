import type { RefObject } from 'react';
import type { ScannerView } from '../state/use-scanner.ts';

interface LiveViewProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly outline: RefObject<SVGPolygonElement | null>;
  readonly view: ScannerView;
}

/** The camera's picture as in a mirror, the guide, and the outline of the code that was found. */
export function LiveView({ video, outline, view }: LiveViewProps) {
  const points = view.corners.map(({ x, y }) => `${x},${y}`).join(' ');
  const { videoWidth = 0, videoHeight = 0 } = video.current ?? {};
  return (
    <div className="live-view">
      <video ref={video} className="live-picture" muted playsInline autoPlay />
      <div className="live-guide" aria-hidden="true" />
      {/* Same frame and same cropping as the picture: pixels of the video are its units. */}
      <svg
        className="live-outline"
        viewBox={`0 0 ${videoWidth} ${videoHeight}`}
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
      >
        {view.corners.length > 0 && <polygon ref={outline} points={points} />}
      </svg>
    </div>
  );
}
