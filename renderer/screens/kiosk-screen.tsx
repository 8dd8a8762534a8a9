import { type Dispatch, type RefObject, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrustState } from '../../shared/ipc/contract.ts';
import type { ShownPolicy } from '../../shared/ipc/policy-verbs.ts';
import { VisitorSlip } from '../slip/visitor-slip.tsx';
import { useSpeech, useVoice } from '../speech/use-voice.ts';
import {
  answerOf,
  type KioskEvent,
  type KioskState,
  type SlipOutcome,
} from '../state/kiosk-state.ts';
import type { ScannerViewSource } from '../state/scanner-view.ts';
import { Actions } from './actions.tsx';
import { BottomRow } from './bottom-row.tsx';
import { isGradeCovered } from './covered-grade.ts';
import { LiveView } from './live-view.tsx';
import { RehearsedWords } from './rehearsed-words.tsx';
import { screenAttributes } from './screen-attributes.ts';
import { screenOf } from './screen-of.ts';
import { ScreenSide } from './screen-side.tsx';
import { screenWords } from './screen-words.ts';
import { StageCover } from './stage-cover.tsx';
import { StatusLine } from './status-line.tsx';

export interface KioskScreenProps {
  readonly state: KioskState;
  readonly view: ScannerViewSource;
  readonly trust: TrustState | undefined;
  readonly policy: ShownPolicy | undefined;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly dispatch: Dispatch<KioskEvent>;
}

/** The one screen: the live view stays where it is and everything else is laid over it. */
export function KioskScreen({ state, view, trust, policy, video, dispatch }: KioskScreenProps) {
  const { t } = useTranslation();
  const outline = useRef<SVGPolygonElement>(null);
  const screen = screenOf(state);
  const words = screenWords(state, t);
  const slip = answerOf(state)?.slip;
  const isCovered = isGradeCovered(state, policy);
  const hasVoice = useSpokenScreen(state, `${words.headline} ${words.nextStep}`);
  return (
    <main
      className="kiosk"
      {...screenAttributes(state)}
      onPointerDownCapture={() => dispatch({ type: 'touched', nowMs: performance.now() })}
    >
      {isDemo(state, trust) && <p className="demo-banner">{t('trust.demo')}</p>}
      <section className="stage">
        <LiveView video={video} outline={outline} view={view} settings={state.terminal.camera} />
        <StageCover screen={screen} words={words} outline={outline} />
      </section>
      <ScreenSide
        {...{ screen, words, state, view, trust, policy, dispatch }}
        isGradeCovered={isCovered}
      />
      <StatusLine state={state} />
      <Actions state={state} isGradeCovered={isCovered} dispatch={dispatch} />
      <BottomRow comfort={state.comfort} hasVoice={hasVoice} dispatch={dispatch} />
      <RehearsedWords
        key={state.comfort.textSize}
        language={state.language}
        policy={policy}
        isQuiet={screen.name === 'scan' && state.attention.inView === 'nothing'}
      />
      {/* A scanner that waits has nothing to announce. */}
      <p className="for-listeners" role="status" aria-live="assertive">
        {screen.name === 'scan' ? '' : `${words.headline} ${words.nextStep}`}
      </p>
      <p className="for-listeners" role="status">
        {slip === undefined || slip === 'none' ? '' : t(`slip.${slip}`)}
      </p>
      <PrintedSlip state={state} dispatch={dispatch} />
    </main>
  );
}

/** The slip, while it is being printed. */
function PrintedSlip({ state, dispatch }: Pick<KioskScreenProps, 'state' | 'dispatch'>) {
  const answer = answerOf(state);
  const { visitorPaper } = state.terminal;
  const scan = answer?.scan;
  const end = useCallback(
    (outcome: SlipOutcome) => {
      if (scan !== undefined) dispatch({ type: 'slip-ended', scan, outcome });
    },
    [scan, dispatch],
  );
  if (answer?.slip !== 'printing' || visitorPaper === 'none') return null;
  return <VisitorSlip answer={answer} paper={visitorPaper} state={state} onEnd={end} />;
}

/** Speaks the screen when asked to; answers whether this machine can. */
function useSpokenScreen({ comfort, terminal, language }: KioskState, words: string): boolean {
  const voice = useVoice(language);
  const volumePercent = terminal.soundVolume;
  useSpeech({ voice, words: comfort.isSpoken ? words : '', volumePercent });
  return voice !== undefined && volumePercent > 0;
}

function isDemo(state: KioskState, trust: TrustState | undefined): boolean {
  if (trust?.domain === 'demo') return true;
  const content = answerOf(state)?.content;
  if (content?.kind !== 'verdict') return false;
  return content.verdict.trust.domain === 'demo' || content.verdict.notes.includes('demo');
}
