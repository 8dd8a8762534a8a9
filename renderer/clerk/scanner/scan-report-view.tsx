import { useTranslation } from 'react-i18next';
import type { Look } from '../../screens/look.ts';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';
import { Fact } from '../check/fact.tsx';
import { findingWords } from './finding-words.ts';
import { type FindingLevel, LEVEL_OF, worstLevel } from './scan-findings.ts';
import type { ScanReport } from './scan-report.ts';

const LOOK_OF_LEVEL: Readonly<Record<FindingLevel, Look>> = {
  fine: 'open',
  advice: 'standard',
  problem: 'undecided',
};

/** One scan: whether it would do, why, and what came key by key. */
export function ScanReportView({ report }: { readonly report: ScanReport }) {
  const { t } = useTranslation();
  const level = worstLevel(report.findings);
  const look = LOOK_OF_LEVEL[level];
  return (
    <>
      <header className="desk-verdict" data-look={look} data-scanner-level={level}>
        <div className="desk-verdict-shape">
          <VerdictShape look={look} />
        </div>
        <div className="desk-verdict-words">
          <h2>{t(`desk.scanner.level.${level}`)}</h2>
        </div>
      </header>
      <ul className="desk-findings">
        {report.findings.map((finding) => {
          const { title, advice } = findingWords(finding, t);
          return (
            <li key={title} data-finding={finding.code} data-level={LEVEL_OF[finding.code]}>
              <strong>{title}</strong>
              <p>{advice}</p>
            </li>
          );
        })}
      </ul>
      <ScanFacts report={report} />
    </>
  );
}

function ScanFacts({ report }: { readonly report: ScanReport }) {
  const { t } = useTranslation();
  const { medianMs, longestMs, wholeMs } = report.pace;
  const pace = t('desk.scanner.paceValue', { median: medianMs, longest: longestMs });
  return (
    <section className="desk-section">
      <dl className="desk-facts">
        <Fact name={t('desk.scanner.characters')}>{report.characters}</Fact>
        <Fact name={t('desk.scanner.end')}>{t(`desk.scanner.ends.${report.end}`)}</Fact>
        <Fact name={t('desk.scanner.pace')}>{pace}</Fact>
        <Fact name={t('desk.scanner.whole')}>{t('desk.scanner.wholeValue', { ms: wholeMs })}</Fact>
        <Fact name={t('desk.scanner.capsLock')}>
          {t(`desk.scanner.capsLocks.${report.hasCapsLock ? 'on' : 'off'}`)}
        </Fact>
        <Fact name={t('desk.scanner.sent')} isWide>
          <SentKeys keys={report.keys} />
        </Fact>
      </dl>
    </section>
  );
}

/** Enough of the beginning to see prefix and alphabet, enough of the end to see suffix and end. */
const SHOWN_FIRST = 56;
const SHOWN_LAST = 16;

function SentKeys({ keys }: { readonly keys: readonly string[] }) {
  const isLong = keys.length > SHOWN_FIRST + SHOWN_LAST;
  if (!isLong) return <span className="desk-code desk-sent">{writeKeys(keys)}</span>;
  const hidden = keys.length - SHOWN_FIRST - SHOWN_LAST;
  return (
    <span className="desk-code desk-sent">
      {writeKeys(keys.slice(0, SHOWN_FIRST))}
      <span className="desk-sent-gap"> … {hidden} … </span>
      {writeKeys(keys.slice(-SHOWN_LAST))}
    </span>
  );
}

/** Characters run on; keys with a name stand in brackets. */
function writeKeys(keys: readonly string[]): string {
  return keys.map((key) => ([...key].length === 1 ? key : `<${key}>`)).join('');
}
