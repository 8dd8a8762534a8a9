import type { CameraPlace } from '../../../shared/ipc/camera-settings.ts';
import { unreachable } from '../../../shared/result.ts';
import type { Hint } from '../../state/attention.ts';
import { PhonePictogram } from './phone-pictogram.tsx';

interface HintPictogramProps {
  readonly hint: Hint;
  readonly place: CameraPlace;
}

/** The drawing of a hint; without one, how a phone is held, at rest. */
export function HintPictogram({ hint, place }: HintPictogramProps) {
  switch (hint) {
    case 'none':
      return <PhonePictogram isMoving={false} place={place} />;
    case 'placement':
      return <PhonePictogram isMoving place={place} />;
    case 'light':
      return <LightPictogram />;
    case 'type-in':
      return <KeysPictogram />;
    default:
      return unreachable(hint);
  }
}

/** A bright phone, held flat, with light from above falling past it. */
function LightPictogram() {
  return (
    <svg className="phone-pictogram" viewBox="0 0 480 240" fill="none" aria-hidden="true">
      <g stroke="currentColor" strokeWidth="5">
        <rect x="186" y="20" width="108" height="200" rx="14" />
        <path d="M226 36 H254" />
        <path d="M210 84 h20 v20 h-20 z M250 84 h20 v20 h-20 z M210 124 h20 v20 h-20 z" />
      </g>
      <path d="M250 124 h10 v10 h-10 z M262 138 h8 v8 h-8 z" fill="currentColor" />
      <g stroke="var(--accent)" strokeWidth="5" strokeLinecap="round">
        <circle cx="84" cy="120" r="26" />
        <path d="M84 74 V60 M84 166 V180 M38 120 H24 M130 120 H144 M52 88 L42 78 M116 152 L126 162 M116 88 L126 78 M52 152 L42 162" />
        <path d="M344 76 L436 168 M436 76 L344 168" strokeWidth="7" />
        <path d="M358 60 Q390 44 422 60" />
      </g>
    </svg>
  );
}

/** A pad of keys. */
function KeysPictogram() {
  const keys = [0, 1, 2].flatMap((row) => [0, 1, 2, 3, 4].map((column) => ({ row, column })));
  return (
    <svg className="phone-pictogram" viewBox="0 0 480 240" fill="none" aria-hidden="true">
      <g stroke="currentColor" strokeWidth="5">
        <rect x="60" y="20" width="360" height="44" />
        {keys.map(({ row, column }) => (
          <rect
            key={`${row}-${column}`}
            x={60 + column * 76}
            y={84 + row * 48}
            width="56"
            height="36"
          />
        ))}
      </g>
      <path d="M76 42 H200" stroke="var(--accent)" strokeWidth="7" strokeDasharray="14 10" />
    </svg>
  );
}
