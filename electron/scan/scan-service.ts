import type { IpcRequest } from '../../shared/ipc/contract.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import type { Verdict } from '../../shared/verify/verdict.ts';
import type { AuditService } from '../audit/audit-service.ts';
import type { Clock, LastScanStore, Log } from '../ports.ts';
import type { TrustService } from '../trust/trust-service.ts';
import type { RecentlyPresented } from './recently-presented.ts';

/** Judges scanned texts with what this terminal knows. */
export interface ScanService {
  check(scan: IpcRequest<'checkScan'>): Verdict;
}

/** What a scan is judged with. */
export interface ScanParts {
  readonly clock: Clock;
  readonly trust: TrustService;
  readonly presented: RecentlyPresented;
  /** The hall of this terminal; `undefined` counts the services of all halls. */
  readonly hall: string | undefined;
  readonly lastScan: LastScanStore;
  readonly audit: Pick<AuditService, 'recordVerdict'>;
  readonly log: Log;
}

/** Creates the service; reads once when the last scan was made. */
export async function createScanService(parts: ScanParts): Promise<ScanService> {
  let mark = await parts.lastScan.load();
  return {
    check: ({ text, source, training = false }) => {
      const now = parts.clock.now();
      const verdict = checkScan(text, parts.trust.current(), now, {
        ...(parts.hall === undefined ? {} : { id: parts.hall }),
        ...(mark === undefined ? {} : { lastScanAt: mark }),
        recentlyPresented: parts.presented.within(now),
      });
      if (hasPlausibleTime(verdict)) mark = raiseMark(mark, now, parts);
      // A file is no visit: looking through a folder twice must not cast doubt on anybody.
      if (!training && source !== 'file') rememberCertificate(verdict, now, parts);
      parts.audit.recordVerdict(verdict, { source, training }, text);
      parts.log.info('scan-checked', { code: verdict.code });
      return verdict;
    },
  };
}

/**
 * Whether a scan's time may raise the mark: only if the clock agreed with the trust data both ways.
 * A clock that once ran years ahead would otherwise doubt the right time for ever after.
 */
function hasPlausibleTime(verdict: Verdict): boolean {
  return verdict.checks.some(({ step, result }) => step === 'freshness' && result === 'passed');
}

/** High-water mark: it only ever rises, so that a clock turned back is noticed. */
function raiseMark(mark: EpochSeconds | undefined, now: EpochSeconds, parts: ScanParts) {
  if (mark !== undefined && now <= mark) return mark;
  parts.lastScan.save(now).catch((error: unknown) => parts.log.error('last-scan-not-saved', error));
  return now;
}

function rememberCertificate(verdict: Verdict, now: EpochSeconds, parts: ScanParts): void {
  if (verdict.outcome === 'not-a-certificate' || verdict.certificate === undefined) return;
  parts.presented.remember(verdict.certificate.number, now);
}
