import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { TRUST_KINDS, type TrustKind } from '../../../shared/trust/policy-terms.ts';
import type { Verdict } from '../../../shared/verify/verdict.ts';
import { formatAge, formatMoment, groupCode } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { useDesk } from '../desk-context.ts';
import { Fact } from './fact.tsx';

/** With which key, which versions and how old data the answer was found. */
export function TechnicalFacts({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const certificate = verdict.outcome === 'not-a-certificate' ? undefined : verdict.certificate;
  return (
    <section className="desk-section">
      <h3 className="desk-label">{t('desk.detail.technical')}</h3>
      <dl className="desk-facts">
        {certificate !== undefined && (
          <>
            <Fact name={t('desk.detail.key')}>
              <span className="desk-code">{groupCode(certificate.kid)}</span>
            </Fact>
            <Fact name={t('desk.detail.suite')}>{certificate.suite}</Fact>
            {certificate.presentation !== undefined && (
              <Fact name={t('desk.detail.presentation')}>
                {t('desk.detail.presentationAge', {
                  age: formatAge(verdict.at - certificate.issuedAt, language),
                  seconds: certificate.presentation,
                })}
              </Fact>
            )}
          </>
        )}
        {TRUST_KINDS.map((kind) => (
          <Fact key={kind} name={t(`desk.detail.kinds.${kind}`)}>
            {trustWords(verdict, kind, t, language)}
          </Fact>
        ))}
        <Fact name={t('desk.detail.judgedAt')}>{formatMoment(verdict.at, language)}</Fact>
      </dl>
    </section>
  );
}

/** Version and age of one kind of data; a status list is named by when it was signed. */
function trustWords(verdict: Verdict, kind: TrustKind, t: TFunction, language: Language): string {
  const version = verdict.trust.versions[kind];
  const age = verdict.trust.ageSeconds[kind];
  if (version === null || age === null) return t('desk.detail.nothing');
  const name =
    kind === 'status' ? formatMoment(version, language) : t('desk.detail.version', { version });
  return `${name} · ${t('desk.detail.dataAge', { age: formatAge(age, language) })}`;
}
