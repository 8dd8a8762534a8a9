import type { FindingCode, FindingLevel } from '../../clerk/scanner/scan-findings.ts';
import type { ScanEnd } from '../../clerk/scanner/scan-report.ts';
import type { WedgeRepair } from '../../wedge/read-presses.ts';

/** What was found, and what to do about it. A type alias for i18next's key types. */
type FindingWords = { readonly title: string; readonly advice: string };

/** The page that tests a hand scanner. */
export type ScannerTexts = {
  readonly title: string;
  readonly lead: string;
  readonly code: string;
  readonly field: string;
  readonly fieldHint: string;
  readonly waiting: string;
  readonly waitingHint: string;
  readonly serial: string;
  readonly level: Readonly<Record<FindingLevel, string>>;
  readonly sent: string;
  readonly characters: string;
  readonly end: string;
  readonly ends: Readonly<Record<ScanEnd, string>>;
  readonly pace: string;
  readonly paceValue: string;
  readonly whole: string;
  readonly wholeValue: string;
  readonly capsLock: string;
  readonly capsLocks: { readonly on: string; readonly off: string };
  /** Stands between a character of the test code and the one that came. */
  readonly pair: string;
  readonly finding: Readonly<Record<Exclude<FindingCode, 'problem' | 'repaired'>, FindingWords>>;
  readonly repairAdvice: Readonly<Record<WedgeRepair, string>>;
};
