import type { Answer } from '../state/kiosk-state.ts';
import type { Language } from '../text/language.ts';
import { GradePanel } from './grade-panel.tsx';
import { ServiceList } from './service-list.tsx';

interface AnswerSideProps {
  readonly content: Answer['content'];
  readonly nextStep: string;
  readonly language: Language;
  readonly isGradeCovered: boolean;
}

/**
 * What stands beside the headline. Grade and services only when the certificate is accepted:
 * a grade that was withdrawn or cannot be confirmed must not be shown.
 */
export function AnswerSide({ content, nextStep, language, isGradeCovered }: AnswerSideProps) {
  const verdict = content.kind === 'verdict' ? content.verdict : undefined;
  return (
    <>
      <p className="next-step">{nextStep}</p>
      {verdict?.outcome === 'accepted' && (
        <>
          <GradePanel
            certificate={verdict.certificate}
            language={language}
            isCovered={isGradeCovered}
          />
          <ServiceList services={verdict.services} language={language} />
        </>
      )}
    </>
  );
}
