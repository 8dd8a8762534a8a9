import { type PointerEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HIT_RADIUS_PX, type Point, type TouchAnswer } from './touch-targets.ts';

/** How long a target waits before it counts as one that cannot be touched. */
const WAIT_MS = 6_000;

interface TouchFieldProps {
  readonly targets: readonly Point[];
  readonly onEnd: (answers: readonly TouchAnswer[]) => void;
}

/**
 * The whole screen with one target at a time. Every touch counts for the target that is shown,
 * wherever it lands: where it lands is what is asked. A panel that feels nothing comes to the end, too.
 */
export function TouchField({ targets, onEnd }: TouchFieldProps) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<readonly TouchAnswer[]>([]);
  const target = targets[answers.length];
  const take = (touch: Point | undefined): void => {
    if (target === undefined) return;
    const next = [...answers, { target, touch }];
    if (next.length === targets.length) onEnd(next);
    else setAnswers(next);
  };
  // Anew for each target; the answers are what tells them apart.
  useEffect(() => {
    const timer = window.setTimeout(() => take(undefined), WAIT_MS);
    return () => window.clearTimeout(timer);
  });
  if (target === undefined) return null;
  const onPointerDown = ({ clientX, clientY }: PointerEvent): void =>
    take({ x: clientX, y: clientY });
  const prompt = t('staff.touch.prompt', { number: answers.length + 1, count: targets.length });
  return (
    <button
      type="button"
      className="touch-field"
      data-target={`${target.x} ${target.y}`}
      aria-label={prompt}
      onPointerDown={onPointerDown}
    >
      <svg aria-hidden="true">
        <g transform={`translate(${target.x} ${target.y})`}>
          <circle r={HIT_RADIUS_PX} />
          <path d="M-48 0H48M0-48V48" />
        </g>
      </svg>
      <span>{prompt}</span>
    </button>
  );
}
