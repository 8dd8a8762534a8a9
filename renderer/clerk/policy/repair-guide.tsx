import { useTranslation } from 'react-i18next';
import { QrCode } from '../../slip/qr-code.tsx';

/** The national site where records are repaired (Credit Repair Measures of the NDRC, in force 2026). */
const CREDIT_CHINA = 'https://www.creditchina.gov.cn';

/** What a clerk can say, and a code to take along, when somebody asks about the evaluation. */
export function RepairGuide() {
  const { t } = useTranslation();
  return (
    <section className="desk-section desk-repair">
      <h2 className="desk-label">{t('desk.repair.title')}</h2>
      <p>{t('desk.repair.served')}</p>
      <p>{t('desk.repair.objection')}</p>
      <p>{t('desk.repair.repair')}</p>
      <figure>
        <QrCode text={CREDIT_CHINA} label={t('desk.repair.qr')} />
        <figcaption>
          {t('desk.repair.qr')}
          <br />
          <span className="desk-code">{CREDIT_CHINA}</span>
        </figcaption>
      </figure>
    </section>
  );
}
