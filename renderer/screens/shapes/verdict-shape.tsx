import type { ReactNode } from 'react';
import type { Look } from '../look.ts';

/**
 * The shape of each look. Shape is the first carrier of a verdict's meaning and colour the last:
 * all six are told apart in grey.
 */
const DRAWINGS: Readonly<Record<Look, ReactNode>> = {
  open: (
    <>
      <rect x="8" y="8" width="104" height="104" />
      <path d="M34 62 L53 81 L88 42" strokeWidth="11" />
    </>
  ),
  standard: (
    <>
      <rect x="8" y="8" width="104" height="104" />
      <path d="M50 54 H62 V88 M48 88 H76" strokeWidth="9" />
      <rect x="56" y="30" width="11" height="11" fill="currentColor" stroke="none" />
    </>
  ),
  time: (
    <>
      <circle cx="60" cy="60" r="51" />
      <path d="M60 30 V60 L80 74" strokeWidth="9" />
      <path d="M60 9 V17 M60 103 V111 M9 60 H17 M103 60 H111" strokeWidth="5" />
    </>
  ),
  refused: (
    <>
      <path d="M40 8 H80 L112 40 V80 L80 112 H40 L8 80 V40 Z" />
      <path d="M34 60 H86" strokeWidth="13" />
    </>
  ),
  undecided: (
    <>
      <path d="M4 60 H20" strokeWidth="9" />
      <path d="M20 24 H28 A22 36 0 0 1 28 96 H20 Z" />
      <path d="M46 43 H62 M46 77 H62" strokeWidth="9" />
      <path d="M100 24 H96 A22 36 0 0 0 96 96 H100 Z" />
      <path d="M100 60 H116" strokeWidth="9" />
    </>
  ),
  foreign: (
    <>
      <path d="M8 36 V8 H36 M84 8 H112 V36 M112 84 V112 H84 M36 112 H8 V84" />
      <path d="M45 46 A15 15 0 1 1 68 58 Q60 63 60 73" strokeWidth="9" />
      <rect x="55" y="83" width="10" height="10" fill="currentColor" stroke="none" />
    </>
  ),
};

/** Draws the shape of a look; the words beside it say the same, so it is hidden from readers. */
export function VerdictShape({ look }: { readonly look: Look }) {
  return (
    <svg
      className="verdict-shape"
      viewBox="0 0 120 120"
      fill="none"
      stroke="currentColor"
      strokeWidth="7"
      aria-hidden="true"
    >
      {DRAWINGS[look]}
    </svg>
  );
}
