import type { CameraPlace } from '../../../shared/ipc/camera-settings.ts';

interface PhonePictogramProps {
  /** The phone comes to its place in two steps: help for somebody who holds it elsewhere. */
  readonly isMoving: boolean;
  /** Where this machine's camera is; unknown, it is drawn without its screen. */
  readonly place: CameraPlace;
}

/** A phone with a code held before the camera, with the distance; large, and still unless it helps. */
export function PhonePictogram({ isMoving, place }: PhonePictogramProps) {
  const { lens } = MACHINES[place];
  return (
    <svg className="phone-pictogram" viewBox="0 0 480 240" fill="none" aria-hidden="true">
      <Machine place={place} />
      <g className="pictogram-phone" data-moving={isMoving} stroke="currentColor" strokeWidth="5">
        <rect x="346" y="20" width="108" height="200" rx="14" />
        <path d="M386 36 H414" />
        <path d="M368 84 h24 v24 h-24 z M408 84 h24 v24 h-24 z M368 124 h24 v24 h-24 z" />
        <path
          d="M408 124 h10 v10 h-10 z M422 138 h10 v10 h-10 z"
          fill="currentColor"
          stroke="none"
        />
      </g>
      <g stroke="var(--accent)" strokeWidth="4">
        <path d={`M136 ${lens.y} L322 120`} strokeDasharray="2 12" strokeLinecap="round" />
        <path d="M136 158 V178 M322 158 V178 M136 168 H322" />
      </g>
      <text x="229" y="210" textAnchor="middle" className="pictogram-label">
        10–20 cm
      </text>
    </svg>
  );
}

interface MachineDrawing {
  readonly lens: { readonly x: number; readonly y: number; readonly radius: number };
  /** The screen beside the camera, as a path. */
  readonly screen: string;
}

const MACHINES: Readonly<Record<CameraPlace, MachineDrawing>> = {
  unknown: { lens: { x: 66, y: 120, radius: 24 }, screen: '' },
  above: { lens: { x: 66, y: 72, radius: 18 }, screen: 'M34 106 h64 v80 h-64 z' },
  below: { lens: { x: 66, y: 168, radius: 18 }, screen: 'M34 54 h64 v80 h-64 z' },
  left: { lens: { x: 42, y: 120, radius: 14 }, screen: 'M66 58 h34 v124 h-34 z' },
  right: { lens: { x: 90, y: 120, radius: 14 }, screen: 'M32 58 h34 v124 h-34 z' },
};

/** The terminal with its camera where it is, as whoever stands before it sees it. */
function Machine({ place }: { readonly place: CameraPlace }) {
  const { lens, screen } = MACHINES[place];
  const stroke = place === 'unknown' ? 'currentColor' : 'var(--accent)';
  return (
    <g stroke="currentColor" strokeWidth="5">
      <rect x="20" y="40" width="92" height="160" rx="4" />
      <path d={screen} strokeWidth="3" />
      <circle cx={lens.x} cy={lens.y} r={lens.radius} stroke={stroke} />
      <circle cx={lens.x} cy={lens.y} r={lens.radius / 3} fill={stroke} stroke="none" />
    </g>
  );
}
