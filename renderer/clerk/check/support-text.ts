import type { TFunction } from 'i18next';
import { TRUST_KINDS } from '../../../shared/trust/policy-terms.ts';
import type { Verdict } from '../../../shared/verify/verdict.ts';
import type { DeskScan } from '../desk-state.ts';

/**
 * What a clerk can send to whoever looks after the terminal: how the answer was found, and nothing
 * about the company. The certificate's number is left out too, because it leads to the company.
 */
export function supportText(scan: DeskScan, programVersion: string, t: TFunction): string {
  const head = [t('desk.support.title'), `${t('desk.support.program')}: ${programVersion}`];
  if (scan.content.kind !== 'verdict') {
    return [...head, `${scan.content.kind}: ${scan.content.code}`].join('\n');
  }
  return [...head, ...verdictLines(scan.content.verdict, scan.source)].join('\n');
}

function verdictLines(verdict: Verdict, source: string): string[] {
  const { trust } = verdict;
  const certificate = verdict.outcome === 'not-a-certificate' ? undefined : verdict.certificate;
  const failed = verdict.checks.find(({ result }) => result === 'failed');
  return [
    `verdict: ${verdict.outcome} / ${verdict.code}`,
    `at: ${new Date(verdict.at * 1_000).toISOString()}`,
    `source: ${source}`,
    `failed check: ${failed === undefined ? '-' : [failed.step, failed.detail ?? ''].join(' ').trim()}`,
    `notes: ${verdict.notes.join(', ') || '-'}`,
    ...(certificate === undefined
      ? []
      : [`key: ${certificate.kid} (${certificate.suite}), issuer ${certificate.issuer}`]),
    `trust: ${trust.domain ?? 'none'}`,
    ...TRUST_KINDS.map(
      (kind) =>
        `${kind}: version ${trust.versions[kind] ?? '-'}, age ${trust.ageSeconds[kind] ?? '-'} s`,
    ),
  ];
}
