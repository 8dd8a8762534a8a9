import type { Answer } from '../state/kiosk-state.ts';
import type { Language } from '../text/language.ts';
import { GradePanel } from './grade-panel.tsx';
import { ServiceList } from './service-list.tsx';

interface AnswerGradeProps {
  readonly content: Answer['content'];
  readonly language: Language;
  readonly isGradeCovered: boolean;
}

interface AnswerSideProps extends AnswerGradeProps {
  readonly nextStep: string;
  /** The grade stands elsewhere on the screen. */
  readonly isGradeApart?: boolean;
}

/** What stands beside the headline: what to do, the grade, the services. */
export function AnswerSide(props: AnswerSideProps) {
  const { content, nextStep, language } = props;
  const verdict = content.kind === 'verdict' ? content.verdict : undefined;
  return (
    <>
      <p className="next-step">{nextStep}</p>
      {!props.isGradeApart && <AnswerGrade {...props} />}
      {verdict?.outcome === 'accepted' && (
        <ServiceList services={verdict.services} language={language} />
      )}
    </>
  );
}

/**
 * The grade, only when the certificate is accepted: one that was withdrawn or cannot be confirmed
 * must not be shown.
 */
export function AnswerGrade({ content, language, isGradeCovered }: AnswerGradeProps) {
  if (content.kind !== 'verdict' || content.verdict.outcome !== 'accepted') return null;
  const { certificate } = content.verdict;
  return <GradePanel certificate={certificate} language={language} isCovered={isGradeCovered} />;
}
