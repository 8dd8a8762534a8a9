import type { TFunction } from 'i18next';
import type { Finding } from './scan-findings.ts';

/** What was found and what to do, in words. */
export function findingWords(
  finding: Finding,
  t: TFunction,
): { readonly title: string; readonly advice: string } {
  switch (finding.code) {
    case 'problem':
      return {
        title: t(`intake.wedgeProblem.${finding.problem}.headline`),
        advice: t(`intake.wedgeProblem.${finding.problem}.nextStep`),
      };
    case 'repaired':
      return {
        title: t(`intake.wedgeRepair.${finding.repair}`),
        advice: t(`desk.scanner.repairAdvice.${finding.repair}`),
      };
    default:
      return {
        title: t(`desk.scanner.finding.${finding.code}.title`, valuesOf(finding, t)),
        advice: t(`desk.scanner.finding.${finding.code}.advice`, valuesOf(finding, t)),
      };
  }
}

/** What the words of a finding are filled with. */
function valuesOf(finding: Finding, t: TFunction): Readonly<Record<string, string | number>> {
  switch (finding.code) {
    case 'differs': {
      const pairs = finding.pairs.map(({ wanted, came }) =>
        t('desk.scanner.pair', { wanted, came }),
      );
      return { pairs: pairs.join(t('listSeparator')) };
    }
    case 'lost':
      return { came: finding.came, wanted: finding.wanted };
    case 'torn':
    case 'slow':
      return { longest: finding.longestMs, gap: finding.gapMs };
    case 'no-end':
      return { silence: finding.silenceMs };
    case 'unknown-prefix':
    case 'unknown-suffix':
      return { text: finding.text };
    case 'not-framed':
      return { prefix: finding.prefix, suffix: finding.suffix };
    case 'whole':
    case 'other-code':
    case 'switched-off':
    // Their words stand with the answers to scans and hold no values.
    case 'problem':
    case 'repaired':
      return {};
  }
}
