import type { WedgeSettings } from '../../../shared/ipc/wedge-settings.ts';
import { isCharacter, isModifier, isTerminator, type KeyPress } from '../../wedge/key-press.ts';
import type { WedgeOutcome } from '../../wedge/wedge.ts';
import { type Finding, findingsOf } from './scan-findings.ts';

/** How a scanner ends what it sends. */
export type ScanEnd = 'enter' | 'tab' | 'several' | 'none';

/** What a scanner really sent, and what is to be said about it. */
export interface ScanReport {
  /** Key by key, as the computer understood it; named keys by their names. */
  readonly keys: readonly string[];
  readonly characters: number;
  readonly end: ScanEnd;
  readonly pace: ScanPace;
  readonly hasCapsLock: boolean;
  readonly findings: readonly Finding[];
}

/** Milliseconds between two characters, and from the first to the last. */
export interface ScanPace {
  readonly medianMs: number;
  readonly longestMs: number;
  readonly wholeMs: number;
}

/** Everything that happened until the keyboard fell silent. */
export interface ScanRun {
  readonly presses: readonly KeyPress[];
  /** What the desk made of it, with the settings in force. */
  readonly heard: readonly WedgeOutcome[];
  readonly settings: WedgeSettings;
}

/** Fewer characters are a person's. */
const FEWEST_CHARACTERS = 6;
/** A slower typist than this is a person. */
const SLOWEST_MEDIAN_MS = 70;

/** Reports on a run of keys; `undefined` when a person typed it. */
export function reportScan({ presses, heard, settings }: ScanRun): ScanReport | undefined {
  const keys = presses.filter((press) => !isModifier(press) && !press.isRepeat);
  const characters = keys.filter((press) => isCharacter(press) && !isTerminator(press));
  const pace = paceOf(characters);
  if (characters.length < FEWEST_CHARACTERS || pace.medianMs > SLOWEST_MEDIAN_MS) return undefined;
  const end = endOf(keys);
  return {
    keys: keys.map(nameOf),
    characters: characters.length,
    end,
    pace,
    hasCapsLock: characters.some(({ capsLock }) => capsLock),
    findings: findingsOf({ typed: typedText(characters), heard, settings, end, pace }),
  };
}

function paceOf(characters: readonly KeyPress[]): ScanPace {
  const times = characters.map(({ timeMs }) => timeMs);
  const gaps = times.slice(1).map((timeMs, index) => timeMs - (times[index] ?? timeMs));
  const inOrder = [...gaps].sort((a, b) => a - b);
  return {
    medianMs: Math.round(inOrder[Math.floor(inOrder.length / 2)] ?? 0),
    longestMs: Math.round(inOrder.at(-1) ?? 0),
    wholeMs: Math.round((times.at(-1) ?? 0) - (times[0] ?? 0)),
  };
}

/** Line feeds that come as Ctrl+J count as Enter. */
function endOf(keys: readonly KeyPress[]): ScanEnd {
  const ends = keys.filter(isTerminator);
  const [first] = ends;
  if (first === undefined) return 'none';
  if (ends.length > 1) return 'several';
  return first.code === 'Tab' ? 'tab' : 'enter';
}

/** What the system made of the keys; `undefined` when an input method hid some. */
function typedText(characters: readonly KeyPress[]): string | undefined {
  const isKnown = characters.every(({ key, isComposing }) => [...key].length === 1 && !isComposing);
  return isKnown ? characters.map(({ key }) => key).join('') : undefined;
}

function nameOf({ key, code }: KeyPress): string {
  if (key === ' ') return '·';
  // An input method hides the character; the place of the key is all there is.
  return key === 'Process' || key === 'Unidentified' ? code || key : key;
}
