interface DifferingCodeProps {
  readonly code: string;
  /** Places that differ, counted from 1. */
  readonly positions: readonly number[];
}

/** A code in groups of four with the characters that differ marked. */
export function DifferingCode({ code, positions }: DifferingCodeProps) {
  return (
    <span className="desk-code desk-differing">
      {[...code].map((character, index) => {
        const place = index + 1;
        const isMarked = positions.includes(place);
        const gap = index % 4 === 0 && index > 0 ? 'desk-gap' : undefined;
        return isMarked ? (
          <mark key={place} className={gap}>
            {character}
          </mark>
        ) : (
          <span key={place} className={gap}>
            {character}
          </span>
        );
      })}
    </span>
  );
}
