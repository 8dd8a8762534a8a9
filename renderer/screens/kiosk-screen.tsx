import { type Dispatch, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrustState } from '../../shared/ipc/contract.ts';
import { answerOf, type KioskEvent, type KioskState } from '../state/kiosk-state.ts';
import type { ScannerView } from '../state/use-scanner.ts';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerSide } from './answer-side.tsx';
import { AnswerStage } from './answer-stage.tsx';
import { wordsOf } from './answer-words.ts';
import { BottomRow } from './bottom-row.tsx';
import { CameraUnavailableSide } from './camera-unavailable-side.tsx';
import { LiveView } from './live-view.tsx';
import { lookOf } from './look.ts';
import { ScanSide } from './scan-side.tsx';
import { screenAttributes } from './screen-attributes.ts';

interface KioskScreenProps {
  readonly state: KioskState;
  readonly view: ScannerView;
  readonly trust: TrustState | undefined;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly dispatch: Dispatch<KioskEvent>;
}

/** The one screen: the live view stays where it is and answers are laid over it. */
export function KioskScreen(props: KioskScreenProps) {
  const { state, view, trust, dispatch } = props;
  const { t } = useTranslation();
  const outline = useRef<SVGPolygonElement>(null);
  const answer = answerOf(state);
  const isDemo = trust?.domain === 'demo' || answerIsDemo(state);
  return (
    <main className="kiosk" {...screenAttributes(state)}>
      {isDemo && <p className="demo-banner">{t('trust.demo')}</p>}
      <section className="stage">
        <LiveView
          video={props.video}
          settings={state.terminal.camera}
          outline={outline}
          view={view}
        />
        <StageCover state={state} outline={outline} />
      </section>
      <Side state={state} view={view} trust={trust} />
      {answer !== undefined && <AnswerActions dispatch={dispatch} />}
      <BottomRow hallName={state.terminal.hallName} answer={answer} dispatch={dispatch} />
      <Announcement state={state} />
    </main>
  );
}

function answerIsDemo(state: KioskState): boolean {
  const content = answerOf(state)?.content;
  if (content?.kind !== 'verdict') return false;
  return content.verdict.trust.domain === 'demo' || content.verdict.notes.includes('demo');
}

interface StageCoverProps {
  readonly state: KioskState;
  readonly outline: RefObject<SVGPolygonElement | null>;
}

/** What lies over the live view: an answer, or the words for a missing picture. */
function StageCover({ state, outline }: StageCoverProps) {
  const { t } = useTranslation();
  const answer = answerOf(state);
  if (answer !== undefined) {
    const { headline } = wordsOf(answer.content, t, state.language);
    const origin = outline.current?.getBoundingClientRect();
    return (
      <AnswerStage
        key={answer.scan}
        look={lookOf(answer.content)}
        headline={headline}
        origin={origin}
      />
    );
  }
  if (state.camera.status !== 'unavailable') return null;
  const headline = t(`camera.${state.camera.problem}.headline`);
  return <AnswerStage look="undecided" headline={headline} origin={undefined} />;
}

type SideProps = Pick<KioskScreenProps, 'state' | 'view' | 'trust'>;

function Side({ state, view, trust }: SideProps) {
  const { t } = useTranslation();
  const { language, camera } = state;
  const answer = answerOf(state);
  if (answer !== undefined) {
    const { nextStep } = wordsOf(answer.content, t, language);
    return <AnswerSide content={answer.content} nextStep={nextStep} language={language} />;
  }
  if (camera.status === 'unavailable') return <CameraUnavailableSide problem={camera.problem} />;
  return (
    <ScanSide
      camera={camera}
      trust={trust}
      language={language}
      isRepeat={view.isRepeat}
      isCodeInView={view.corners.length > 0}
    />
  );
}

/** Speaks the headline and the next step to a screen reader when they change. */
function Announcement({ state }: { readonly state: KioskState }) {
  const { t } = useTranslation();
  const answer = answerOf(state);
  const words = answer === undefined ? undefined : wordsOf(answer.content, t, state.language);
  return (
    <p className="announcement" role="status" aria-live="assertive">
      {words === undefined ? '' : `${words.headline} ${words.nextStep}`}
    </p>
  );
}
