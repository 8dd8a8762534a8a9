interface PhonePictogramProps {
  /** The phone comes to its place in two steps: help for somebody who holds it elsewhere. */
  readonly isMoving: boolean;
}

/** A phone with a code held before the camera, with the distance; large, and still unless it helps. */
export function PhonePictogram({ isMoving }: PhonePictogramProps) {
  return (
    <svg className="phone-pictogram" viewBox="0 0 480 240" fill="none" aria-hidden="true">
      <g stroke="currentColor" strokeWidth="5">
        <rect x="20" y="40" width="92" height="160" rx="4" />
        <circle cx="66" cy="120" r="24" />
        <circle cx="66" cy="120" r="8" fill="currentColor" stroke="none" />
      </g>
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
        <path d="M136 120 H322" strokeDasharray="2 12" strokeLinecap="round" />
        <path d="M136 158 V178 M322 158 V178 M136 168 H322" />
      </g>
      <text x="229" y="210" textAnchor="middle" className="pictogram-label">
        10–20 cm
      </text>
    </svg>
  );
}
