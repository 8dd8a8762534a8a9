import { useTranslation } from 'react-i18next';
import type { CertificateSummary } from '../../shared/verify/verdict.ts';
import type { Language } from '../text/language.ts';
import { keepEndTogether } from '../text/phrases.ts';

interface GradePanelProps {
  readonly certificate: CertificateSummary;
  readonly language: Language;
  /** Passers-by read screens: the grade waits until it is asked for. */
  readonly isCovered: boolean;
}

/** The grade with its name and meaning: scales differ by region, so the letter never stands alone. */
export function GradePanel({ certificate, language, isCovered }: GradePanelProps) {
  const { t } = useTranslation();
  return (
    <section className="grade-panel" aria-label={t('certificate.grade')}>
      {isCovered ? (
        <>
          <div className="grade-cover" aria-hidden="true" />
          <p className="grade-covered">{t('page.gradeCovered')}</p>
        </>
      ) : (
        <>
          <p className="grade-letter">{certificate.grade}</p>
          <div>
            <h2 className="grade-name">{certificate.gradeName?.[language]}</h2>
            <p className="grade-meaning">
              {keepEndTogether(certificate.gradeMeaning?.[language] ?? '')}
            </p>
          </div>
        </>
      )}
    </section>
  );
}
