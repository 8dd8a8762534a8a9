import type { WedgeSettings } from '../../../shared/ipc/wedge-settings.ts';
import type { WedgeProblem, WedgeRepair } from '../../wedge/read-presses.ts';
import type { WedgeOutcome } from '../../wedge/wedge.ts';
import type { ScanEnd, ScanPace } from './scan-report.ts';
import { isCertificateCharacter, TEST_CODE } from './test-code.ts';

/** One thing to be said about what a scanner sent. */
export type Finding =
  | { readonly code: 'whole' }
  | { readonly code: 'other-code' }
  | { readonly code: 'switched-off' }
  | { readonly code: 'problem'; readonly problem: WedgeProblem }
  | { readonly code: 'repaired'; readonly repair: WedgeRepair }
  /** Characters of the test code and what came in their place, each pair once. */
  | { readonly code: 'differs'; readonly pairs: readonly CharacterPair[] }
  | { readonly code: 'lost'; readonly came: number; readonly wanted: number }
  /** Pauses at which the desk takes one scan for two; with the setting that would bear them. */
  | { readonly code: 'torn'; readonly longestMs: number; readonly gapMs: number }
  | { readonly code: 'slow'; readonly longestMs: number; readonly gapMs: number }
  | { readonly code: 'no-end'; readonly silenceMs: number }
  | { readonly code: 'unknown-prefix' | 'unknown-suffix'; readonly text: string }
  | { readonly code: 'not-framed'; readonly prefix: string; readonly suffix: string };
export type FindingCode = Finding['code'];

/** A character of the test code and the one that came. */
export interface CharacterPair {
  readonly wanted: string;
  readonly came: string;
}

/** How much a finding weighs: with a problem nothing can be scanned. */
export type FindingLevel = 'fine' | 'advice' | 'problem';

export const LEVEL_OF: Readonly<Record<FindingCode, FindingLevel>> = {
  whole: 'fine',
  'other-code': 'advice',
  'switched-off': 'problem',
  problem: 'problem',
  repaired: 'advice',
  differs: 'problem',
  lost: 'problem',
  torn: 'problem',
  slow: 'advice',
  'no-end': 'advice',
  'unknown-prefix': 'problem',
  'unknown-suffix': 'problem',
  'not-framed': 'problem',
};

/** The heaviest of several findings. */
export function worstLevel(findings: readonly Finding[]): FindingLevel {
  const levels = findings.map(({ code }) => LEVEL_OF[code]);
  if (levels.includes('problem')) return 'problem';
  return levels.includes('advice') ? 'advice' : 'fine';
}

/** What the findings are drawn from. */
interface Evidence {
  /** `undefined` when an input method hid characters. */
  readonly typed: string | undefined;
  readonly heard: readonly WedgeOutcome[];
  readonly settings: WedgeSettings;
  readonly end: ScanEnd;
  readonly pace: ScanPace;
}

/** What is to be said, weightiest first. */
export function findingsOf(evidence: Evidence): readonly Finding[] {
  const { settings } = evidence;
  if (!settings.isOn) return [{ code: 'switched-off' }];
  const findings = [...paceFindings(evidence), ...textFindings(evidence)];
  const weights: readonly FindingLevel[] = ['problem', 'fine', 'advice'];
  return weights.flatMap((level) => findings.filter(({ code }) => LEVEL_OF[code] === level));
}

/** Longest pause a setting can bear, and how much more than what was seen is asked for. */
const LONGEST_GAP_MS = 500;
const HEADROOM = 2;

function paceFindings({ settings, end, pace }: Evidence): readonly Finding[] {
  const { longestMs } = pace;
  const gapMs = Math.min(LONGEST_GAP_MS, Math.ceil((longestMs * HEADROOM) / 10) * 10);
  const isTorn = longestMs > settings.gapMs;
  const isSlow = !isTorn && longestMs * HEADROOM > settings.gapMs;
  return [
    ...(isTorn ? [{ code: 'torn', longestMs, gapMs } as const] : []),
    ...(isSlow ? [{ code: 'slow', longestMs, gapMs } as const] : []),
    ...(end === 'none' ? [{ code: 'no-end', silenceMs: settings.silenceMs } as const] : []),
  ];
}

function textFindings(evidence: Evidence): readonly Finding[] {
  const { typed, heard, settings, pace } = evidence;
  const [outcome] = heard;
  if (outcome === undefined) {
    // Torn apart, each part may be too short to be told from typing; the pace has been named.
    const isTorn = pace.longestMs > settings.gapMs;
    const { prefix, suffix } = settings;
    return isTorn ? [] : [{ code: 'not-framed', prefix, suffix }];
  }
  if (outcome.kind === 'problem') {
    // What changed says more than that something did.
    const changed = outcome.code === 'layout' ? differences(typed) : [];
    return changed.length > 0 ? changed : [{ code: 'problem', problem: outcome.code }];
  }
  const { text, repaired } = outcome;
  const repairs = repaired.map((repair) => ({ code: 'repaired', repair }) as const);
  // A scan that was torn apart is heard in part; what its parts lack says nothing.
  return heard.length > 1 ? repairs : [...repairs, ...judgeText(text)];
}

const CERTIFICATE_START = /^(.{0,16}?)PCC[0-9]+:/;

/** Whether the text is the test code, or a certificate, alone or with something about it. */
function judgeText(text: string): readonly Finding[] {
  const prefix = CERTIFICATE_START.exec(text)?.[1];
  if (prefix === undefined) return [{ code: 'other-code' }];
  const rest = text.slice(prefix.length);
  const isTestCode = rest.startsWith(TEST_CODE);
  const suffix = isTestCode ? rest.slice(TEST_CODE.length) : foreignEnd(rest);
  const isWhole = prefix === '' && suffix === '' && (isTestCode || !rest.startsWith('PCC0:'));
  return [
    ...(isWhole ? [{ code: 'whole' } as const] : []),
    ...(prefix === '' ? [] : [{ code: 'unknown-prefix', text: prefix } as const]),
    ...(suffix === '' ? [] : [{ code: 'unknown-suffix', text: suffix } as const]),
    ...(rest.startsWith('PCC0:') && !isTestCode ? differences(rest) : []),
  ];
}

/** The end of a text from the first character on that no certificate has. */
function foreignEnd(text: string): string {
  const index = [...text].findIndex((character) => !isCertificateCharacter(character));
  return index < 0 ? '' : text.slice(index);
}

const MOST_PAIRS = 8;
/** With more characters missing or added than this it was no scan of the test code. */
const MOST_LOST = 40;

/** Where a scan of the test code went wrong. */
function differences(typed: string | undefined): readonly Finding[] {
  if (typed === undefined) return [];
  const wanted = TEST_CODE.length;
  if (typed.length !== wanted) {
    const isNear = Math.abs(typed.length - wanted) <= MOST_LOST && /^.{0,8}PCC0/i.test(typed);
    return isNear ? [{ code: 'lost', came: typed.length, wanted }] : [];
  }
  const pairs = new Map<string, string>();
  for (const [index, character] of [...TEST_CODE].entries()) {
    const came = typed[index] ?? '';
    if (came !== character) pairs.set(character, came);
  }
  const found = [...pairs].map(([character, came]) => ({ wanted: character, came }));
  return found.length === 0 ? [] : [{ code: 'differs', pairs: found.slice(0, MOST_PAIRS) }];
}
