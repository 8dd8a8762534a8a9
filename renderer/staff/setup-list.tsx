import { useTranslation } from 'react-i18next';
import type { FirstSetup, SetupStep } from '../../shared/ipc/first-setup.ts';
import type { CheckResult, SelfTestLine } from '../../shared/ipc/self-test.ts';
import { CheckMark } from './check-mark.tsx';
import { worstOf } from './setup-steps.ts';

interface SetupListProps {
  readonly steps: readonly SetupStep[];
  readonly setup: FirstSetup;
  readonly current: SetupStep | undefined;
  readonly linesOf: (step: SetupStep) => readonly SelfTestLine[];
}

/** All steps in their order: how each ended, and whether that still holds. */
export function SetupList({ steps, setup, current, linesOf }: SetupListProps) {
  const { t } = useTranslation();
  return (
    <ol className="self-test setup-list">
      {steps.map((step, index) => {
        const outcome = setup[step];
        const mark = markOf(outcome, linesOf(step));
        return (
          <li
            key={step}
            data-step={step}
            data-outcome={outcome ?? 'open'}
            data-result={mark}
            aria-current={step === current ? 'step' : undefined}
          >
            {mark === undefined ? (
              <span className="step-number">{index + 1}</span>
            ) : (
              <CheckMark result={mark} />
            )}
            <p>
              {t(`staff.setup.step.${step}.title`)}
              {outcome !== undefined && (
                <span className="check-result"> {t(`staff.setup.outcome.${outcome}`)}</span>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** What a step that was done has come to by now; a skipped one was nobody's wish. */
function markOf(
  outcome: 'done' | 'skipped' | undefined,
  lines: readonly SelfTestLine[],
): CheckResult | undefined {
  if (outcome !== 'done') return outcome && 'skip';
  const worst = worstOf(lines)?.result;
  return worst === 'fail' || worst === 'warn' ? worst : 'ok';
}
