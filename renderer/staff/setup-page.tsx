import { useTranslation } from 'react-i18next';
import type { FirstSetup, SetupStep } from '../../shared/ipc/first-setup.ts';
import { LockedNote } from './locked-note.tsx';
import { SetupEnd } from './setup-end.tsx';
import { SetupList } from './setup-list.tsx';
import { SetupStepView } from './setup-step-view.tsx';
import { openSteps, stepsOf } from './setup-steps.ts';
import { useStaff } from './staff-access.ts';
import { useSetupChecks } from './use-setup-checks.ts';

export interface SetupPageProps {
  /** The step whose page was opened last. */
  readonly visited: SetupStep | undefined;
  /** Opens the page of a step; the way back leads here. */
  readonly onOpen: (step: SetupStep) => void;
}

/** The order in which a new terminal is set up: one step after the other, each on its own page. */
export function SetupPage({ visited, onOpen }: SetupPageProps) {
  const { t } = useTranslation();
  const { state, change, close } = useStaff();
  const { value: setup, isLocked } = state.settings.firstSetup;
  const steps = stepsOf(state.mode);
  const [current] = openSteps(state.mode, setup);
  const { linesOf, look } = useSetupChecks(steps);
  const save = (value: FirstSetup): void => void change({ name: 'firstSetup', value });
  const before = current && steps[steps.indexOf(current) - 1];
  const takeBack = (step: SetupStep): void => {
    const { [step]: _, ...others } = setup;
    save(others);
  };
  return (
    <section className="staff-page setup" data-setup={current ?? 'finished'}>
      <SetupList {...{ steps, setup, current, linesOf }} />
      <div className="setup-step">
        <p role="status" className="setup-position">
          {current !== undefined &&
            t('staff.setup.position', { number: steps.indexOf(current) + 1, count: steps.length })}
        </p>
        <LockedNote isLocked={isLocked} />
        {current === undefined && (
          <SetupEnd
            lines={steps.flatMap((step) => (setup[step] === 'done' ? linesOf(step) : []))}
            isLocked={isLocked}
            onAgain={() => save({})}
            onClose={close}
          />
        )}
        {current !== undefined && !isLocked && (
          <SetupStepView
            step={current}
            lines={linesOf(current)}
            isVisited={current === visited}
            onOpen={() => onOpen(current)}
            onLook={look}
            onBack={before && (() => takeBack(before))}
            onEnd={(outcome) => save({ ...setup, [current]: outcome })}
          />
        )}
      </div>
    </section>
  );
}
