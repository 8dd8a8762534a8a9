import { useTranslation } from 'react-i18next';
import type { SlipPaper } from '../../../shared/ipc/desk-verbs.ts';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';
import { formatClock, formatDay, groupCode } from '../../text/format.ts';
import { windowName } from '../../text/window-name.ts';
import { deskLook, deskWords } from '../desk-content.ts';
import { useDesk } from '../desk-context.ts';
import { certificateOf, type DeskScan } from '../desk-state.ts';
import { QrCode } from '../qr-code.tsx';
import { maskCode, receiptNumber } from './receipt.ts';

interface SlipProps {
  readonly scan: DeskScan;
  readonly paper: SlipPaper;
}

/**
 * A record of one check for the company to take along. It never says why a grade is what it is,
 * and its code holds the receipt number alone.
 */
export function Slip({ scan, paper }: SlipProps) {
  const { t } = useTranslation();
  const { terminal, state } = useDesk();
  const { language } = state.choices;
  const { headline, nextStep } = deskWords(scan.content, t, language);
  const verdict = scan.content.kind === 'verdict' ? scan.content.verdict : undefined;
  const isDemo = state.isTraining || verdict?.trust.domain === 'demo';
  const receipt = receiptNumber(scan);
  return (
    <article className="slip" data-paper={paper}>
      <header>
        {terminal.hallName !== '' && <p className="slip-hall">{terminal.hallName}</p>}
        <h2>{t('desk.slip.heading')}</h2>
      </header>
      {isDemo && <p className="slip-demo">{t('desk.slip.demo')}</p>}
      <section className="slip-result">
        <div className="slip-shape">
          <VerdictShape look={deskLook(scan.content)} />
        </div>
        <div>
          <h3>{headline}</h3>
          <p>{nextStep}</p>
        </div>
      </section>
      <dl>
        <SlipCompany scan={scan} />
        <dt>{t('desk.slip.time')}</dt>
        <dd>
          {formatDay(scan.at, language)} {formatClock(scan.at, language)}
        </dd>
        {state.deskName !== '' && (
          <>
            <dt>{t('desk.slip.desk')}</dt>
            <dd>{state.deskName}</dd>
          </>
        )}
        <dt>{t('desk.slip.receipt')}</dt>
        <dd className="desk-code slip-whole">{receipt}</dd>
      </dl>
      <footer>
        <QrCode text={receipt} label={`${t('desk.slip.receipt')} ${receipt}`} />
        <p>{t('desk.slip.footer')}</p>
      </footer>
    </article>
  );
}

function SlipCompany({ scan }: { readonly scan: DeskScan }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const certificate = certificateOf(scan);
  if (certificate === undefined) return null;
  const accepted =
    scan.content.kind === 'verdict' && scan.content.verdict.outcome === 'accepted'
      ? scan.content.verdict
      : undefined;
  const windows = new Set(
    accepted?.services.flatMap(({ open, window }) =>
      open && window !== undefined ? [window] : [],
    ),
  );
  return (
    <>
      <dt>{t('certificate.company')}</dt>
      <dd>{certificate.holderName}</dd>
      <dt>{t('certificate.code')}</dt>
      <dd className="desk-code">{groupCode(maskCode(certificate.holderCode))}</dd>
      {accepted !== undefined && (
        <>
          <dt>{t('certificate.grade')}</dt>
          <dd>
            {certificate.grade} {certificate.gradeName?.[language]}
          </dd>
        </>
      )}
      {windows.size > 0 && (
        <>
          <dt>{t('desk.slip.window')}</dt>
          <dd>
            {[...windows].map((window, index) => (
              <span key={window}>
                {index > 0 && t('listSeparator')}
                <span className="slip-whole">{windowName(window, t)}</span>
              </span>
            ))}
          </dd>
        </>
      )}
    </>
  );
}
