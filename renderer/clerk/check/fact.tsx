import type { ReactNode } from 'react';

interface FactProps {
  readonly name: string;
  /** Takes the whole line. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** One named value in a list of facts. */
export function Fact({ name, isWide = false, children }: FactProps) {
  return (
    <div className={isWide ? 'desk-fact desk-fact-wide' : 'desk-fact'}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
