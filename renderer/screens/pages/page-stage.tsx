import { type ReactNode, useEffect, useRef } from 'react';
import type { Words } from '../../text/catalogue.ts';

interface PageStageProps {
  readonly words: Words;
  readonly children?: ReactNode;
}

/** The head of a page that lies over the scanner: what it is about. */
export function PageStage({ words, children }: PageStageProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever listens or uses keys begins at the top of what has just come.
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="page-stage">
      <h1 ref={title} className="page-title" tabIndex={-1}>
        {words.headline}
      </h1>
      {words.nextStep !== '' && <p className="page-lead">{words.nextStep}</p>}
      {children}
    </div>
  );
}
