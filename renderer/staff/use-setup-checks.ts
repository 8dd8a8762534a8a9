import { useCallback, useEffect, useState } from 'react';
import type { SetupStep } from '../../shared/ipc/first-setup.ts';
import type { SelfTestLine } from '../../shared/ipc/self-test.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { measureCamera } from '../scan/measure-camera.ts';
import { STEP_FACTS } from './setup-steps.ts';
import { useStaff } from './staff-access.ts';

interface SetupChecks {
  /** What the checks of a step have found so far. */
  readonly linesOf: (step: SetupStep) => readonly SelfTestLine[];
  /** Makes them again. */
  readonly look: () => void;
}

/** Makes the checks of some steps when the page opens; the camera's come last, it takes a second to open. */
export function useSetupChecks(steps: readonly SetupStep[]): SetupChecks {
  const { state, ask } = useStaff();
  const { value: settings } = state.settings.camera;
  const [lines, setLines] = useState<Readonly<Record<string, SelfTestLine>>>({});
  const [round, setRound] = useState(0);
  const ids = steps.flatMap((step) => STEP_FACTS[step].checks).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useEffect(() => {
    let isGone = false;
    const take = (found: readonly SelfTestLine[] = []): void => {
      if (isGone) return;
      setLines((known) => ({ ...known, ...Object.fromEntries(found.map((one) => [one.id, one])) }));
    };
    const checks = ids.split(' ');
    const others = checks.filter((id) => id !== 'camera');
    void ask(kioskBridge().runSelfTest({ camera: null, only: others })).then(take);
    if (checks.includes('camera')) {
      void measureCamera(settings)
        .then((camera) => ask(kioskBridge().runSelfTest({ camera, only: ['camera'] })))
        .then(take);
    }
    return () => {
      isGone = true;
    };
  }, [ids, settings, ask, round]);
  const linesOf = (step: SetupStep) => STEP_FACTS[step].checks.flatMap((id) => lines[id] ?? []);
  return { linesOf, look: useCallback(() => setRound((before) => before + 1), []) };
}
