import { useTranslation } from 'react-i18next';
import type { Check } from '../../../shared/verify/verdict.ts';

/** Stand-ins for colour: each result has a sign of its own. */
const SIGNS = { passed: '✓', failed: '✕', skipped: '–' } as const;

/** Every check in the order it was made; only the one that failed is bold. */
export function CheckRows({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useTranslation();
  return (
    <section className="desk-section">
      <h3 className="desk-label">{t('desk.detail.checks')}</h3>
      <ol className="desk-checks">
        {checks.map(({ step, result, detail }) => (
          <li key={step} data-step={step} data-result={result}>
            <span aria-hidden="true" className="desk-check-sign">
              {SIGNS[result]}
            </span>
            <span>
              {t(`desk.checks.${step}`)}
              {detail !== undefined && <code className="desk-code"> {detail}</code>}
            </span>
            <span className="desk-check-result">{t(`desk.results.${result}`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
