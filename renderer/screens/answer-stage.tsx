import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Look } from './look.ts';
import { VerdictShape } from './shapes/verdict-shape.tsx';

interface AnswerStageProps {
  readonly look: Look;
  readonly headline: string;
  /** The outline of the code that was read, which the shape grows out of; none for other messages. */
  readonly outline?: RefObject<SVGPolygonElement | null>;
}

const GESTURE_MS = 220;

/** Shape and headline: what a visitor two metres away reads. */
export function AnswerStage({ look, headline, outline }: AnswerStageProps) {
  const shape = useRef<HTMLDivElement>(null);
  // Once, when the answer appears: the code is still in view and goes on moving, and the shape must
  // not follow it. The component is made anew for each answer.
  useLayoutEffect(() => {
    const start = outline?.current?.getBoundingClientRect();
    if (shape.current !== null && start !== undefined) growFrom(shape.current, start);
  }, [outline]);
  return (
    <div className="answer-stage">
      <div ref={shape} className="answer-shape">
        <VerdictShape look={look} />
      </div>
      <h1 className="answer-headline">{headline}</h1>
    </div>
  );
}

/** The outline of the code becomes the frame of the verdict's shape; a plain cut with reduced motion. */
function growFrom(shape: HTMLElement, origin: DOMRect): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const target = shape.getBoundingClientRect();
  if (target.width === 0 || origin.width === 0) return;
  const x = origin.x + origin.width / 2 - (target.x + target.width / 2);
  const y = origin.y + origin.height / 2 - (target.y + target.height / 2);
  const from = `translate(${x}px, ${y}px) scale(${origin.width / target.width})`;
  shape.animate([{ transform: from }, { transform: 'none' }], {
    duration: GESTURE_MS,
    easing: 'ease-out',
  });
}
