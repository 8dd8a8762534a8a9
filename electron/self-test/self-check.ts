import type { CameraReport, CheckResult } from '../../shared/ipc/self-test.ts';
import type { Printer } from '../../shared/ipc/staff-replies.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import type { Configuration } from '../config/configuration.ts';
import type { Words } from '../config/setting.ts';
import type { Clock } from '../ports.ts';
import type { FetchFailure } from '../trust/fetch-port.ts';

/** What a check may look at. A port that is `undefined` cannot be asked from where the test runs. */
export interface SelfTestParts {
  readonly configuration: Pick<Configuration, 'files' | 'resolved' | 'settings'>;
  /** Folder of the terminal's own state. */
  readonly stateFolder: string;
  readonly clock: Clock;
  readonly trust: () => TrustBundle | undefined;
  readonly camera: CameraReport | undefined;
  readonly printers: (() => Promise<readonly Printer[]>) | undefined;
  readonly repository: (() => Promise<RepositoryAnswer>) | undefined;
  readonly audit: (() => Promise<AuditAnswer | undefined>) | undefined;
  /** Chromium switches of this process, without dashes. */
  readonly hasSwitch: (name: string) => boolean;
  /** Version of the program. */
  readonly version: string;
  /** Version of Electron. */
  readonly electron: string;
  readonly executable: string;
  readonly isPackaged: boolean;
}

export type RepositoryAnswer =
  | 'answered'
  | 'not-asked-yet'
  | FetchFailure
  | 'ca-unusable'
  | 'sync-failed';

/** Whether the log of what was shown is whole and can be written. */
export type AuditAnswer =
  | { readonly state: 'whole'; readonly entries: number }
  | { readonly state: 'broken' | 'not-writable'; readonly detail: string };

/** What a check found. */
export interface Finding {
  readonly result: CheckResult;
  readonly detail: Words;
  /** What to do about it. */
  readonly advice?: Words;
}

/** One thing that can be wrong with a terminal. */
export interface SelfCheck {
  readonly id: string;
  readonly title: Words;
  run(parts: SelfTestParts): Promise<Finding>;
}

/** Puts Chinese and English together. */
export function words(chinese: string, english: string): Words {
  return { 'zh-CN': chinese, en: english };
}
