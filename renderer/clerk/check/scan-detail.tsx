import { useTranslation } from 'react-i18next';
import { ServiceList } from '../../screens/service-list.tsx';
import { ComparePanel } from '../compare/compare-panel.tsx';
import { useDesk } from '../desk-context.ts';
import { certificateOf, type DeskScan } from '../desk-state.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import { CheckRows } from './check-rows.tsx';
import { DetailActions } from './detail-actions.tsx';
import { TechnicalFacts } from './technical-facts.tsx';
import { VerdictHead } from './verdict-head.tsx';

/** The answer to one scan and the why of it. */
export function ScanDetail({ scan }: { readonly scan: DeskScan }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const verdict = scan.content.kind === 'verdict' ? scan.content.verdict : undefined;
  const certificate = certificateOf(scan);
  return (
    <article className="desk-scan">
      <VerdictHead scan={scan} />
      <DetailActions />
      {certificate !== undefined && (
        <ComparePanel key={scan.id} comparison={scan.comparison} certificate={certificate} />
      )}
      <div className="desk-columns">
        <div>
          {certificate !== undefined && <CertificateFacts certificate={certificate} />}
          {verdict?.outcome === 'accepted' && (
            <section className="desk-section desk-services">
              <h3 className="desk-label">{t('desk.detail.services')}</h3>
              <ServiceList services={verdict.services} language={language} />
            </section>
          )}
          {verdict !== undefined && <TechnicalFacts verdict={verdict} />}
        </div>
        {verdict !== undefined && <CheckRows checks={verdict.checks} />}
      </div>
    </article>
  );
}
