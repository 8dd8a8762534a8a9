import { type FirstSetup, SETUP_STEPS, type SetupStep } from '../../shared/ipc/first-setup.ts';
import type { CheckResult, SelfTestLine } from '../../shared/ipc/self-test.ts';
import type { StaffState } from '../../shared/ipc/staff-replies.ts';
import type { StaffPage } from '../text/staff/staff-texts.ts';

/** Where a step of the first set-up is taken, and which checks of the self-test say how it stands. */
interface StepFacts {
  /** `undefined`: not in this menu; the step says where. */
  readonly page?: StaffPage;
  readonly checks: readonly string[];
  /** Only there. */
  readonly mode?: StaffState['mode'];
}

export const STEP_FACTS: Readonly<Record<SetupStep, StepFacts>> = {
  data: { page: 'sync', checks: ['clock', 'trust', 'trust-age', 'repository'] },
  camera: { page: 'camera', checks: ['camera'] },
  scanner: { checks: [], mode: 'desk' },
  printer: { page: 'printer', checks: ['printer'] },
  sound: { page: 'sound', checks: [] },
  touch: { page: 'touch', checks: [], mode: 'kiosk' },
  lockDown: { checks: ['pin', 'lock-down'] },
  selfTest: { page: 'selfTest', checks: ['config', 'disk', 'user-data'] },
};

/** The steps of this kind of terminal, in their order. */
export function stepsOf(mode: StaffState['mode']): readonly SetupStep[] {
  return SETUP_STEPS.filter((step) => (STEP_FACTS[step].mode ?? mode) === mode);
}

/** Steps that are neither done nor skipped. */
export function openSteps(mode: StaffState['mode'], setup: FirstSetup): readonly SetupStep[] {
  return stepsOf(mode).filter((step) => setup[step] === undefined);
}

/** Whether the menu asks for it: not where an administrator has spoken for the terminal. */
export function isSetupOffered({ mode, settings }: StaffState): boolean {
  const { value, isLocked } = settings.firstSetup;
  return !isLocked && openSteps(mode, value).length > 0;
}

const WORST_FIRST: readonly CheckResult[] = ['fail', 'warn', 'ok', 'skip'];

/** The worst of some checks; `undefined` where there is none. */
export function worstOf(lines: readonly SelfTestLine[]): SelfTestLine | undefined {
  return WORST_FIRST.flatMap((result) => lines.filter((line) => line.result === result))[0];
}
