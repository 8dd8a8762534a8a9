import type { Answer } from '../state/kiosk-state.ts';
import type { Language } from '../text/language.ts';
import { CertificateDetails } from './certificate-details.tsx';

interface AnswerDetailsProps {
  readonly content: Answer['content'];
  readonly language: Language;
}

/** The small print of an answer; a code that is no certificate has none. */
export function AnswerDetails({ content, language }: AnswerDetailsProps) {
  if (content.kind !== 'verdict' || content.verdict.outcome === 'not-a-certificate') return null;
  return <CertificateDetails verdict={content.verdict} language={language} />;
}
