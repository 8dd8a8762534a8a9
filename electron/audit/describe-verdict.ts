import type { ScanSource } from '../../shared/ipc/scan-source.ts';
import type { Verdict } from '../../shared/verify/verdict.ts';
import type { VerdictEntry } from './entry.ts';

/** What is particular to one scan besides its verdict. */
export interface ScanFacts {
  readonly source: ScanSource;
  readonly training: boolean;
  readonly hall: string | undefined;
  /** The desk or clerk; empty where none is named. */
  readonly desk: string;
  /** Whole company code and name; otherwise the last four characters of the code and no name. */
  readonly keepsCompany: boolean;
}

const KEPT_CHARACTERS = 4;

/** What the log keeps of a verdict: what the screen said, and with which data. */
export function describeVerdict(verdict: Verdict, scan: ScanFacts): VerdictEntry {
  return {
    kind: 'verdict',
    outcome: verdict.outcome,
    code: verdict.code,
    ...(verdict.outcome === 'not-a-certificate' ? { foreignKind: verdict.kind } : {}),
    source: scan.source,
    ...(scan.training ? { training: true } : {}),
    ...(scan.desk === '' ? {} : { desk: scan.desk }),
    ...describeCertificate(verdict, scan.keepsCompany),
    ...(verdict.outcome === 'accepted' ? { open: openServices(verdict.services) } : {}),
    notes: verdict.notes,
    hall: scan.hall ?? null,
    domain: verdict.trust.domain,
    versions: verdict.trust.versions,
    ageSeconds: verdict.trust.ageSeconds,
  };
}

/** Without a signature that held there is no certificate, and nothing of it to keep. */
function describeCertificate(verdict: Verdict, keepsCompany: boolean) {
  if (verdict.outcome === 'not-a-certificate' || verdict.certificate === undefined) return {};
  const { grade, holderCode, holderName } = verdict.certificate;
  if (keepsCompany) return { grade, companyCode: holderCode, companyName: holderName };
  return { grade, companyCode: holderCode.slice(-KEPT_CHARACTERS) };
}

function openServices(services: readonly { readonly id: string; readonly open: boolean }[]) {
  return services.filter(({ open }) => open).map(({ id }) => id);
}
