import { useTranslation } from 'react-i18next';
import {
  type Field,
  HIT_RADIUS_PX,
  isHit,
  judgeTouches,
  type TouchAnswer,
} from './touch-targets.ts';

interface TouchResultProps {
  readonly answers: readonly TouchAnswer[];
  readonly field: Field;
}

/** What the test found, what to do about it, and a small picture of where the touches landed. */
export function TouchResult({ answers, field }: TouchResultProps) {
  const { t } = useTranslation();
  const report = judgeTouches(answers, field);
  const { finding, hits, missed, shift } = report;
  const facts = {
    hits: t('staff.touch.count', { count: hits }),
    missed: t('staff.touch.count', { count: missed }),
    mean: t('staff.touch.pixels', { count: Math.round(report.meanPx) }),
    worst: t('staff.touch.pixels', { count: Math.round(report.worstPx) }),
    shift: t('staff.touch.beside', { right: Math.round(shift.x), down: Math.round(shift.y) }),
  };
  const rows = ['hits', 'missed', 'mean', 'worst', 'shift'] as const;
  return (
    <div className="touch-result" data-touch={finding}>
      <TouchMap answers={answers} field={field} />
      <div>
        <h2>{t(`staff.touch.finding.${finding}.title`)}</h2>
        <p>{t(`staff.touch.finding.${finding}.about`)}</p>
        <dl className="staff-facts">
          {rows.map((name) => (
            <div key={name}>
              <dt>{t(`staff.touch.fact.${name}`)}</dt>
              <dd>{facts[name]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

/** Rings are the targets, crossed where nothing was felt; dots the touches, lines how far they lie off. */
function TouchMap({ answers, field }: TouchResultProps) {
  const { t } = useTranslation();
  const cross = HIT_RADIUS_PX;
  return (
    <svg
      className="touch-map"
      viewBox={`0 0 ${field.width} ${field.height}`}
      preserveAspectRatio="xMinYMin"
      role="img"
      aria-label={t('staff.touch.map')}
    >
      <rect className="touch-edge" width={field.width} height={field.height} />
      {answers.map((answer) => {
        const { target, touch } = answer;
        return (
          <g key={`${target.x} ${target.y}`} data-hit={isHit(answer)}>
            <circle cx={target.x} cy={target.y} r={HIT_RADIUS_PX} />
            {touch === undefined ? (
              <path
                d={`M${target.x - cross} ${target.y - cross}l${2 * cross} ${2 * cross}m0 ${-2 * cross}l${-2 * cross} ${2 * cross}`}
              />
            ) : (
              <>
                <path d={`M${target.x} ${target.y}L${touch.x} ${touch.y}`} />
                <circle className="touch-dot" cx={touch.x} cy={touch.y} r="14" />
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
