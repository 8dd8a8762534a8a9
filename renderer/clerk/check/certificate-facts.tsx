import { useTranslation } from 'react-i18next';
import { hasValidCheckCharacter } from '../../../shared/certificate/company-code.ts';
import type { CertificateSummary } from '../../../shared/verify/verdict.ts';
import { formatDay, formatLastDay, formatMoment, groupCode } from '../../text/format.ts';
import { useDesk } from '../desk-context.ts';
import { listName } from '../list-name.ts';
import { Fact } from './fact.tsx';

const DAY_SECONDS = 86_400;
/** Days of an evaluation are counted in Shanghai: noon there falls on the same day everywhere else. */
const NOON_IN_SHANGHAI = 4 * 3_600;

/** What the certificate says, in the words licences use. */
export function CertificateFacts({ certificate }: { readonly certificate: CertificateSummary }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const isRight = hasValidCheckCharacter(certificate.holderCode);
  return (
    <section className="desk-section">
      <h3 className="desk-label">{t('desk.detail.certificate')}</h3>
      <dl className="desk-facts">
        <Fact name={t('certificate.company')} isWide>
          <span lang="zh-CN">{certificate.holderName}</span>
        </Fact>
        <Fact name={t('certificate.code')}>
          <span className="desk-code">{groupCode(certificate.holderCode)}</span>{' '}
          <span className="desk-note">
            {t(isRight ? 'desk.detail.codeRight' : 'desk.detail.codeWrong')}
          </span>
        </Fact>
        <Fact name={t('certificate.number')}>
          <span className="desk-code">{groupCode(certificate.number)}</span>
        </Fact>
        <Fact name={t('certificate.issuer')}>
          {certificate.issuerName[language]} <span className="desk-code">{certificate.issuer}</span>
        </Fact>
        <Fact name={t('desk.detail.issuedAt')}>{formatMoment(certificate.issuedAt, language)}</Fact>
        <Fact name={t('desk.detail.validFrom')}>{formatDay(certificate.notBefore, language)}</Fact>
        <Fact name={t('certificate.validUntil')}>
          {formatLastDay(certificate.expiresAt, language)}
        </Fact>
        <Fact name={t('desk.detail.evaluated')}>
          {formatDay(certificate.evaluated * DAY_SECONDS + NOON_IN_SHANGHAI, language)}
        </Fact>
        <Fact name={t('desk.detail.lists')}>
          {certificate.lists.length === 0
            ? t('desk.detail.nothing')
            : certificate.lists.map((list) => listName(list, t)).join(t('listSeparator'))}
        </Fact>
      </dl>
    </section>
  );
}
