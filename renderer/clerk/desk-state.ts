import type { Desk, DeskChoices } from '../../shared/ipc/desk-verbs.ts';
import type { FileNotice } from '../../shared/ipc/intake-verbs.ts';
import type { ScanSource } from '../../shared/ipc/scan-source.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import type { CertificateSummary } from '../../shared/verify/verdict.ts';
import type { Language } from '../text/language.ts';
import type { WedgeRepair } from '../wedge/read-presses.ts';
import type { Comparison } from './compare/compare-codes.ts';
import type { DeskContent } from './desk-content.ts';

/** The pages of the desk, in the order of their tabs. */
export const DESK_PAGES = ['check', 'batch', 'history', 'policy', 'scanner', 'keys'] as const;
export type DeskPage = (typeof DESK_PAGES)[number];

/** How an answer came to the desk: by a scan, or as a sample of the training. */
export type AnswerSource = ScanSource | 'training';

/** One answered scan of this sitting. Never holds the scanned text. */
export interface DeskScan {
  /** Counts the scans of this sitting. */
  readonly id: number;
  readonly at: EpochSeconds;
  readonly source: AnswerSource;
  readonly content: DeskContent;
  /** The licence in hand beside the certificate; `undefined` until it was compared. */
  readonly comparison: Comparison | undefined;
  /** What stood between scanner and text and was put right; worth a quiet word. */
  readonly repaired?: readonly WedgeRepair[];
  /** What is to be said about the file it was in. */
  readonly notices?: readonly FileNotice[];
}

/** Where the visitor's window stands. */
export type CustomerPlace = 'closed' | 'second-display' | 'same-display';

/** Everything the desk is drawn from besides what its terminal is. */
export interface DeskState {
  readonly deskName: string;
  readonly programVersion: string;
  readonly choices: DeskChoices;
  readonly page: DeskPage;
  /** Newest first; at most `MAX_SITTING`. */
  readonly scans: readonly DeskScan[];
  /** The scan in the detail pane; `undefined` when the clerk cleared it. */
  readonly shown: number | undefined;
  readonly isTraining: boolean;
  readonly isCameraOn: boolean;
  readonly isLocked: boolean;
  /** The slip stands in the pane, as it will be printed. */
  readonly isSlipShown: boolean;
  readonly customer: CustomerPlace;
}

/** Scans of this sitting that are kept; a clerk looks back over a queue, not over a day. */
export const MAX_SITTING = 20;

/** Everything that can happen at the desk. */
export type DeskEvent =
  | { readonly type: 'scan-answered'; readonly scan: Omit<DeskScan, 'id' | 'comparison'> }
  | { readonly type: 'scan-chosen'; readonly id: number }
  | { readonly type: 'cleared' }
  | { readonly type: 'page-opened'; readonly page: DeskPage }
  | { readonly type: 'compared'; readonly comparison: Comparison }
  | { readonly type: 'training-switched' }
  | { readonly type: 'camera-switched' }
  | { readonly type: 'slip-switched' }
  | { readonly type: 'locked' }
  | { readonly type: 'unlocked'; readonly deskName: string }
  | { readonly type: 'customer-placed'; readonly place: CustomerPlace }
  | { readonly type: 'chosen'; readonly choices: Partial<DeskChoices> };

/** The desk as it is when its window opens. */
export function initialDesk(language: Language, desk: Desk): DeskState {
  return {
    deskName: desk.deskName,
    programVersion: desk.programVersion,
    choices: desk.choices ?? {
      ...{ theme: 'system', density: 'comfortable', paper: '80mm', isMuted: false },
      language,
    },
    page: 'check',
    scans: [],
    shown: undefined,
    isTraining: false,
    isCameraOn: false,
    isLocked: false,
    isSlipShown: false,
    customer: 'closed',
  };
}

/** The scan in the detail pane, if any. */
export function shownScan({ scans, shown }: DeskState): DeskScan | undefined {
  return scans.find(({ id }) => id === shown);
}

/** The certificate of a scan whose signature held. */
export function certificateOf(scan: DeskScan | undefined): CertificateSummary | undefined {
  if (scan?.content.kind !== 'verdict') return undefined;
  const { verdict } = scan.content;
  return verdict.outcome === 'not-a-certificate' ? undefined : verdict.certificate;
}
