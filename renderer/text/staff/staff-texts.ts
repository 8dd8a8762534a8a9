import type { CheckResult } from '../../../shared/ipc/self-test.ts';
import type { StoredKind } from '../../../shared/ipc/staff-replies.ts';
import type { ChangeOutcome } from '../../../shared/ipc/staff-verbs.ts';
import type { SyncStep } from '../../../shared/ipc/sync-state.ts';
import type { TrustFailureCode } from '../../../shared/trust/trust-failure-codes.ts';
import type { TouchFinding } from '../../staff/touch-targets.ts';
import type { SetupTexts } from './setup-texts.ts';

/** The pages of the staff menu, in the order of their tiles. */
export const STAFF_PAGES = [
  'sync',
  'camera',
  'touch',
  'sound',
  'printer',
  'service',
  'drive',
  'selfTest',
  'setup',
  'storage',
  'leave',
] as const;
export type StaffPage = (typeof STAFF_PAGES)[number];

/** A button or tile with what it is about. */
type Named = { readonly title: string; readonly about: string };

/** Everything the staff menu says. */
export type StaffTexts = {
  readonly title: string;
  readonly close: string;
  readonly back: string;
  readonly closesIn: string;
  readonly locked: string;
  readonly notAnswered: string;
  readonly pages: Readonly<Record<StaffPage, Named>>;
  readonly outcome: Readonly<Record<ChangeOutcome, string>>;
  readonly failure: Readonly<Record<TrustFailureCode, string>>;
  readonly refusal: {
    readonly title: string;
    readonly why: string;
    readonly remedy: string;
    readonly close: string;
  };
  readonly pin: {
    readonly prompt: string;
    readonly entered: string;
    readonly wrong: string;
    readonly locked: string;
    readonly none: string;
    readonly checking: string;
    readonly erase: string;
    readonly enter: string;
    readonly leave: string;
  };
  readonly sync: {
    readonly now: string;
    readonly notConfigured: string;
    readonly step: Readonly<Record<SyncStep, string>>;
    readonly idle: string;
    readonly doneChanged: string;
    readonly doneSame: string;
    readonly failed: string;
    readonly none: string;
    readonly domain: { readonly production: string; readonly demo: string };
    readonly domainTitle: string;
    readonly issuers: string;
    readonly policy: string;
    readonly status: string;
    readonly version: string;
    readonly lists: string;
    readonly asOf: string;
    readonly freshness: {
      readonly fresh: string;
      readonly ageing: string;
      readonly 'no-green-channel': string;
      readonly 'too-old': string;
    };
    readonly freshnessTitle: string;
    readonly repository: string;
    readonly program: string;
  };
  readonly camera: {
    readonly device: string;
    readonly anyDevice: string;
    readonly rotate: string;
    readonly rotation: string;
    readonly mirror: string;
    readonly crop: string;
    readonly left: string;
    readonly top: string;
    readonly right: string;
    readonly bottom: string;
    readonly exposure: string;
    readonly focus: string;
    readonly automatic: string;
    readonly torch: string;
    readonly save: string;
    readonly reset: string;
    readonly facts: string;
    readonly tryCode: string;
    readonly codeRead: string;
    readonly waiting: string;
  };
  readonly touch: {
    readonly how: string;
    readonly start: string;
    readonly again: string;
    readonly prompt: string;
    readonly map: string;
    readonly count: string;
    readonly pixels: string;
    readonly beside: string;
    readonly fact: Readonly<Record<'hits' | 'missed' | 'mean' | 'worst' | 'shift', string>>;
    readonly finding: Readonly<Record<TouchFinding, Named>>;
  };
  readonly sound: {
    readonly volume: string;
    readonly silent: string;
    readonly test: string;
    readonly language: string;
  };
  readonly printer: {
    readonly choose: string;
    readonly none: string;
    readonly notFound: string;
    readonly test: string;
    readonly result: {
      readonly printed: string;
      readonly failed: string;
      readonly 'no-printer': string;
    };
  };
  readonly service: {
    readonly isOpen: string;
    readonly isClosed: string;
    readonly takeOut: string;
    readonly putBack: string;
  };
  readonly drive: {
    readonly none: string;
    readonly lookAgain: string;
    readonly bring: string;
    readonly noRepository: string;
    readonly fixedFolder: string;
    readonly look: string;
    readonly found: string;
    readonly signedAt: string;
    readonly expires: string;
    readonly held: string;
    readonly apply: string;
    readonly applied: string;
    readonly take: string;
    readonly takeTrust: string;
    readonly takeDiagnostics: string;
    readonly diagnosticsAbout: string;
    readonly written: string;
    readonly failed: string;
    readonly readOnly: string;
  };
  readonly selfTest: {
    readonly start: string;
    readonly running: string;
    readonly result: Readonly<Record<CheckResult, string>>;
    readonly advice: string;
    readonly summary: string;
  };
  readonly setup: SetupTexts;
  readonly storage: {
    readonly folder: string;
    readonly kind: Readonly<Record<StoredKind, Named>>;
    readonly wipe: string;
    readonly sure: string;
    readonly cancel: string;
    readonly wiped: string;
    readonly wipeAll: string;
    readonly and: string;
    readonly goes: string;
    readonly stays: string;
    readonly restarts: string;
    readonly sureAll: string;
    readonly restarting: string;
  };
  readonly leave: {
    readonly question: string;
    readonly confirm: string;
  };
  readonly step: { readonly less: string; readonly more: string };
};
