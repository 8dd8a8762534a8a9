import { useTranslation } from 'react-i18next';
import type { SetupStep } from '../../shared/ipc/first-setup.ts';
import type { SelfTestLine } from '../../shared/ipc/self-test.ts';
import { SetupFinding } from './setup-finding.tsx';
import { STEP_FACTS, worstOf } from './setup-steps.ts';
import { StaffButton } from './staff-button.tsx';

interface SetupStepViewProps {
  readonly step: SetupStep;
  readonly lines: readonly SelfTestLine[];
  readonly isVisited: boolean;
  readonly onOpen: () => void;
  readonly onLook: () => void;
  /** `undefined` at the first step. */
  readonly onBack: (() => void) | undefined;
  readonly onEnd: (outcome: 'done' | 'skipped') => void;
}

/** The step one is at: what it is for, how it stands, and the one thing to do next. */
export function SetupStepView(props: SetupStepViewProps) {
  const { step, lines, isVisited, onOpen, onLook, onBack, onEnd } = props;
  const { t } = useTranslation();
  const { page } = STEP_FACTS[step];
  const hasFailed = worstOf(lines)?.result === 'fail';
  // Where there is no page to go to, what was done elsewhere is looked at from here.
  const isReady = (page === undefined || isVisited) && !hasFailed;
  return (
    <>
      <h2>{t(`staff.setup.step.${step}.title`)}</h2>
      <p>{t(`staff.setup.step.${step}.about`)}</p>
      {lines.map((line) => (
        <SetupFinding key={line.id} line={line} />
      ))}
      <div className="staff-row">
        {page !== undefined && (
          <StaffButton name="setup-open" isPrimary={!isReady} onPress={onOpen}>
            {t('staff.setup.open', { page: t(`staff.pages.${page}.title`) })}
          </StaffButton>
        )}
        {page === undefined && lines.length > 0 && (
          <StaffButton name="setup-look" isPrimary={!isReady} onPress={onLook}>
            {t('staff.setup.look')}
          </StaffButton>
        )}
        <StaffButton
          name="setup-done"
          isPrimary={isReady}
          isDisabled={hasFailed}
          onPress={() => onEnd('done')}
        >
          {t('staff.setup.done')}
        </StaffButton>
        <StaffButton name="setup-skip" onPress={() => onEnd('skipped')}>
          {t('staff.setup.skip')}
        </StaffButton>
        {onBack !== undefined && (
          <StaffButton name="setup-back" onPress={onBack}>
            {t('staff.setup.takeBack')}
          </StaffButton>
        )}
      </div>
    </>
  );
}
