import { useTranslation } from 'react-i18next';
import type { SlipPaper } from '../../shared/ipc/desk-verbs.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { CertificateSummary, Verdict } from '../../shared/verify/verdict.ts';
import { HallLogoPicture } from '../hall-logo.tsx';
import type { Look } from '../screens/look.ts';
import { VerdictShape } from '../screens/shapes/verdict-shape.tsx';
import type { Words } from '../text/catalogue.ts';
import { formatClock, formatDay, groupCode } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { windowName } from '../text/window-name.ts';
import { QrCode } from './qr-code.tsx';
import { maskCode } from './receipt.ts';

/** What stands on a slip. */
export interface SlipContent extends Words {
  readonly hallName: string;
  /** A line of the hall's own; empty for none. */
  readonly note: string;
  readonly look: Look;
  /** Whose certificate it is; `undefined` where none could be confirmed. */
  readonly certificate: CertificateSummary | undefined;
  /** Left off where others may read the slip. */
  readonly hasGrade: boolean;
  /** Windows at which the green channel is open. */
  readonly windows: readonly string[];
  readonly at: EpochSeconds;
  /** Where it was checked, and what such a place is called. */
  readonly place: { readonly kind: 'desk' | 'terminal'; readonly name: string };
  readonly receipt: string;
  readonly isDemo: boolean;
}

interface SlipProps {
  readonly content: SlipContent;
  readonly paper: SlipPaper;
  readonly language: Language;
}

/**
 * A record of one check for the company to take along. It never says why a grade is what it is,
 * and its code holds the receipt number alone.
 */
export function Slip({ content, paper, language }: SlipProps) {
  const { t } = useTranslation();
  const { place, receipt, at } = content;
  return (
    <article className="slip" data-paper={paper}>
      <header>
        <HallLogoPicture hallName={content.hallName} />
        {content.hallName !== '' && <p className="slip-hall">{content.hallName}</p>}
        <h2>{t('slip.heading')}</h2>
      </header>
      {content.isDemo && <p className="slip-demo">{t('slip.demo')}</p>}
      <section className="slip-result">
        <div className="slip-shape">
          <VerdictShape look={content.look} />
        </div>
        <div>
          <h3>{content.headline}</h3>
          <p>{content.nextStep}</p>
        </div>
      </section>
      <dl>
        <SlipCompany content={content} language={language} />
        <dt>{t('slip.time')}</dt>
        <dd>
          <span className="slip-whole">{formatDay(at, language)}</span>{' '}
          <span className="slip-whole">{formatClock(at, language)}</span>
        </dd>
        {place.name !== '' && (
          <>
            <dt>{t(`slip.${place.kind}`)}</dt>
            <dd>{place.name}</dd>
          </>
        )}
        <dt>{t('slip.receipt')}</dt>
        <dd className="desk-code slip-whole">{receipt}</dd>
      </dl>
      <footer>
        <QrCode text={receipt} label={`${t('slip.receipt')} ${receipt}`} />
        <div>
          <p>{t('slip.footer')}</p>
          {content.note !== '' && <p className="slip-note">{content.note}</p>}
        </div>
      </footer>
    </article>
  );
}

function SlipCompany({ content, language }: Omit<SlipProps, 'paper'>) {
  const { t } = useTranslation();
  const { certificate, hasGrade, windows } = content;
  if (certificate === undefined) return null;
  return (
    <>
      <dt>{t('certificate.company')}</dt>
      <dd lang="zh-CN">{certificate.holderName}</dd>
      <dt>{t('certificate.code')}</dt>
      <dd className="desk-code">{groupCode(maskCode(certificate.holderCode))}</dd>
      {hasGrade && (
        <>
          <dt>{t('certificate.grade')}</dt>
          <dd>
            {certificate.grade} {certificate.gradeName?.[language]}
          </dd>
        </>
      )}
      {windows.length > 0 && (
        <>
          <dt>{t('slip.window')}</dt>
          <dd>
            {windows.map((window, index) => (
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

/** The windows of a verdict at which the green channel is open, each once. */
export function openWindows(verdict: Verdict | undefined): readonly string[] {
  if (verdict?.outcome !== 'accepted') return [];
  const windows = verdict.services.flatMap(({ open, window }) =>
    open && window !== undefined ? [window] : [],
  );
  return [...new Set(windows)];
}
