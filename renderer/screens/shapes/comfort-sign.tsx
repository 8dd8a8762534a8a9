import type { ReactNode } from 'react';
import { type ComfortControl, TEXT_SIZES, type TextSize } from '../../state/comfort.ts';

const DRAWINGS: Readonly<Record<ComfortControl | 'language', ReactNode>> = {
  text: <path d="M3 30 L11 8 L19 30 M6 23 H16 M22 30 L27 16 L32 30 M24 26 H30" />,
  contrast: (
    <>
      <circle cx="18" cy="18" r="13" />
      <path d="M18 5 A13 13 0 0 1 18 31 Z" fill="currentColor" stroke="none" />
    </>
  ),
  reach: <path d="M18 4 V24 M9 16 L18 25 L27 16 M6 32 H30" />,
  voice: <path d="M4 13 V23 H11 L20 31 V5 L11 13 Z M25 13 Q29 18 25 23 M29 8 Q36 18 29 28" />,
  language: (
    <path d="M18 4 A14 14 0 1 0 18 32 A14 14 0 1 0 18 4 Z M4 18 H32 M18 4 Q8 18 18 32 Q28 18 18 4" />
  ),
};

/** The sign on a button of the bottom row; its word stands below it. */
export function ComfortSign({ control }: { readonly control: ComfortControl | 'language' }) {
  return (
    <svg
      className="comfort-sign"
      viewBox="0 0 36 36"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      aria-hidden="true"
    >
      {DRAWINGS[control]}
    </svg>
  );
}

/** How large the text is set: one mark a step. */
export function TextSizeMarks({ size }: { readonly size: TextSize }) {
  const reached = TEXT_SIZES.indexOf(size);
  return (
    <span className="comfort-marks" aria-hidden="true">
      {TEXT_SIZES.slice(1).map((name, index) => (
        <span key={name} data-reached={index < reached} />
      ))}
    </span>
  );
}
