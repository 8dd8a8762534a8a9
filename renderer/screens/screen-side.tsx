import { type Dispatch, Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrustState } from '../../shared/ipc/contract.ts';
import type { ShownPolicy } from '../../shared/ipc/policy-verbs.ts';
import type { KioskEvent, KioskState } from '../state/kiosk-state.ts';
import type { ScannerViewSource } from '../state/scanner-view.ts';
import type { Words } from '../text/catalogue.ts';
import { AnswerDetails } from './answer-details.tsx';
import { AnswerGrade, AnswerSide } from './answer-side.tsx';
import { CodePad } from './pages/code-pad.tsx';
import { LevelsSide } from './pages/levels-side.tsx';
import { PrivacySide } from './pages/privacy-side.tsx';
import { ScanSide } from './scan-side.tsx';
import type { Screen } from './screen-of.ts';
import { SideFrame } from './side-frame.tsx';
import { useMediaQuery } from './use-media-query.ts';

/** The same as in styles/tokens.css. */
const SMALL_PANEL = '(orientation: landscape) and (max-width: 1599px)';

export interface ScreenSideProps {
  readonly screen: Screen;
  readonly words: Words;
  readonly state: KioskState;
  readonly view: ScannerViewSource;
  readonly trust: TrustState | undefined;
  readonly policy: ShownPolicy | undefined;
  readonly isGradeCovered: boolean;
  readonly dispatch: Dispatch<KioskEvent>;
}

/** What stands below or beside the stage, and the small print of a certificate. */
export function ScreenSide(props: ScreenSideProps) {
  const { screen, state } = props;
  const details = screen.name === 'answer' && (
    <AnswerDetails content={screen.answer.content} language={state.language} />
  );
  const isSmall = useMediaQuery(SMALL_PANEL);
  // Where the stage has no room for small print it follows the services.
  const { textSize, isLow } = state.comfort;
  const isBelow = isSmall || isLow || textSize !== 'normal';
  // A small panel has room for the services when the grade stands under the headline.
  const isGradeApart = isSmall && !isLow && textSize === 'normal';
  const key = screen.name === 'answer' ? `answer ${screen.answer.scan}` : screen.name;
  return (
    <>
      <SideFrame screen={key}>
        <SideContent {...props} isGradeApart={isGradeApart} />
        {isBelow && details}
      </SideFrame>
      {isGradeApart && <GradeApart {...props} />}
      {!isBelow && details}
    </>
  );
}

/** The grade at the foot of the stage. */
function GradeApart({ screen, state, isGradeCovered }: ScreenSideProps): ReactNode {
  if (screen.name !== 'answer') return null;
  return (
    <div className="stage-foot">
      <AnswerGrade
        content={screen.answer.content}
        language={state.language}
        isGradeCovered={isGradeCovered}
      />
    </div>
  );
}

function SideContent(props: ScreenSideProps & { readonly isGradeApart: boolean }): ReactNode {
  const { t } = useTranslation();
  const { screen, words, state, policy, dispatch } = props;
  const { language } = state;
  switch (screen.name) {
    case 'answer':
      return (
        <AnswerSide
          content={screen.answer.content}
          nextStep={words.nextStep}
          language={language}
          isGradeCovered={props.isGradeCovered}
          isGradeApart={props.isGradeApart}
        />
      );
    case 'levels':
      return <LevelsSide policy={policy} language={language} />;
    case 'privacy':
      return <PrivacySide />;
    case 'type-code':
      return <CodePad code={screen.code} dispatch={dispatch} />;
    case 'typed-code':
      return <StepAndNote step={words.nextStep} note={t('typing.shownWhy')} />;
    case 'camera-unavailable':
      return <StepAndNote step={words.nextStep} note={t('action.retrying')} />;
    case 'out-of-order':
      return <StepAndNote step={words.nextStep} note={t('outOfOrder.note')} />;
    case 'starting':
    case 'scan':
      return (
        <ScanSide
          words={words}
          trust={props.trust}
          language={language}
          hint={state.attention.hint}
          cameraPlace={state.terminal.cameraPlace}
          view={props.view}
        />
      );
  }
}

function StepAndNote({ step, note }: { readonly step: string; readonly note: string }) {
  return (
    <Fragment>
      <p className="next-step">{step}</p>
      <p className="side-note">{note}</p>
    </Fragment>
  );
}
