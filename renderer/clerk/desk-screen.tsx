import { useReducer, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Terminal } from '../../shared/ipc/contract.ts';
import type { Desk } from '../../shared/ipc/desk-verbs.ts';
import { useTrustState } from '../state/use-trust-state.ts';
import { useBatch } from './batch/use-batch.ts';
import { useCustomerScreen } from './customer/use-customer-screen.ts';
import { DeskBanner } from './desk-banner.tsx';
import { DeskContext } from './desk-context.ts';
import { DeskPages } from './desk-pages.tsx';
import { initialDesk } from './desk-state.ts';
import { DeskStatusBar } from './desk-status-bar.tsx';
import { useFileIntake } from './files/use-file-intake.ts';
import { useHistory } from './history/use-history.ts';
import { LockScreen } from './lock-screen.tsx';
import { reduceDesk } from './reduce-desk.ts';
import { useChoices } from './use-choices.ts';
import { useDeskActions } from './use-desk-actions.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useDeskScan } from './use-desk-scan.ts';
import { useDeskSigns } from './use-desk-signs.ts';
import { useDeskWedge } from './use-desk-wedge.ts';
import { useWindowTitle } from './use-window-title.ts';

interface DeskScreenProps {
  readonly terminal: Terminal;
  readonly desk: Desk;
}

/** The whole desk: banner, pages under tabs, and the row of switches. Nothing modal. */
export function DeskScreen({ terminal, desk }: DeskScreenProps) {
  const [state, dispatch] = useReducer(reduceDesk, desk, (known) =>
    initialDesk(terminal.language, known),
  );
  const trust = useTrustState();
  const entry = useRef<HTMLInputElement>(null);
  const licence = useRef<HTMLInputElement>(null);
  const play = useDeskSigns(state, state.choices.isMuted ? 0 : terminal.soundVolume);
  const judge = useDeskScan(dispatch, state.isTraining, play);
  useDeskWedge({ state, dispatch, judge, licence, settings: terminal.wedge });
  const batch = useBatch(state.isTraining);
  const files = useFileIntake({ state, dispatch, batch, judge });
  const { run, message } = useDeskActions({ state, dispatch, entry, licence, files });
  const today = useHistory(`${state.page} ${state.scans[0]?.id ?? 0} ${batch.isRunning}`);
  useDeskKeys(run);
  useChoices(state.choices);
  useWindowTitle(state, trust);
  useCustomerScreen(state, dispatch);
  const context = {
    terminal,
    state,
    trust,
    dispatch,
    run,
    judge,
    batch,
    files,
    today,
    message,
    entry,
    licence,
  };
  return (
    <I18nProvider locale={state.choices.language}>
      <DeskContext value={context}>
        <main className="desk" data-page={state.page} data-training={state.isTraining}>
          {state.isLocked ? (
            <LockScreen />
          ) : (
            <>
              <DeskBanner />
              <DeskPages />
              <DeskStatusBar />
            </>
          )}
        </main>
      </DeskContext>
    </I18nProvider>
  );
}
