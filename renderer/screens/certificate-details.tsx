import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../shared/verify/verdict.ts';
import { formatLastDay, formatMoment, groupCode } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { keepEndTogether, phrases } from '../text/phrases.ts';

interface CertificateDetailsProps {
  readonly verdict: Verdict;
  readonly language: Language;
}

/** The small print: whose certificate it is, how long it lasts, how old the terminal's data is. */
export function CertificateDetails({ verdict, language }: CertificateDetailsProps) {
  const { t } = useTranslation();
  const certificate = verdict.outcome === 'not-a-certificate' ? undefined : verdict.certificate;
  const dataAsOf = oldestData(verdict);
  return (
    <section className="certificate-details">
      <dl>
        {certificate !== undefined && (
          <>
            <dt>{t('certificate.company')}</dt>
            <dd className="holder-name" lang="zh-CN">
              {certificate.holderName}
            </dd>
            <dt>{t('certificate.code')}</dt>
            <dd className="code">{keepEndTogether(groupCode(certificate.holderCode))}</dd>
            <dt>{t('certificate.number')}</dt>
            <dd className="code">{groupCode(certificate.number)}</dd>
            <dt>{t('certificate.validUntil')}</dt>
            <dd>{afterYear(formatLastDay(certificate.expiresAt, language))}</dd>
          </>
        )}
        {dataAsOf !== undefined && (
          <>
            <dt>{t('certificate.dataAsOf')}</dt>
            <dd>{formatMoment(dataAsOf, language)}</dd>
          </>
        )}
      </dl>
      <NoteList verdict={verdict} />
    </section>
  );
}

/** Quiet words; the demo note is not among them, it has the banner. */
function NoteList({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const notes = verdict.notes.filter((note) => note !== 'demo');
  if (notes.length === 0) return null;
  return (
    <ul className="verdict-notes">
      {notes.map((note) => (
        <li key={note}>{t(`note.${note}`)}</li>
      ))}
    </ul>
  );
}

/** A Chinese date that does not fit its line breaks after the year. */
function afterYear(day: string): string {
  return day.replace('年', phrases('年|'));
}

function oldestData(verdict: Verdict): number | undefined {
  const { issuers, policy, status } = verdict.trust.ageSeconds;
  const ages = [issuers, policy, status].filter((age) => age !== null);
  return ages.length === 0 ? undefined : verdict.at - Math.max(...ages);
}
