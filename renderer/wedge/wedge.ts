import type { WedgeSettings } from '../../shared/ipc/wedge-settings.ts';
import { MAX_SCANNED_TEXT_LENGTH } from '../../shared/limits.ts';
import { isCharacter, isModifier, isTerminator, type KeyPress } from './key-press.ts';
import { characterAt, LAYOUTS } from './layouts.ts';
import { readPresses, type WedgeProblem, type WedgeRepair } from './read-presses.ts';

/** What became of a run of fast typing. */
export type WedgeOutcome =
  | { readonly kind: 'scan'; readonly text: string; readonly repaired: readonly WedgeRepair[] }
  | { readonly kind: 'problem'; readonly code: WedgeProblem };

/** What to do about one key. */
export interface WedgeStep {
  /** The key is the scanner's: nothing on the page may see it. */
  readonly isTaken: boolean;
  /** The run has just turned out to be a scanner's: what it wrote into a field goes out again. */
  readonly isRevealed: boolean;
  readonly outcome?: WedgeOutcome;
}

/** Tells a scanner that types from a person who does. Pure but for what it remembers of the run. */
export interface Wedge {
  /** @param isWriting the key goes into a text field, where a person may be typing */
  press(press: KeyPress, isWriting: boolean): WedgeStep;
  /** To be called when `silenceMs` have passed without a key; ends a scan without terminator. */
  fallSilent(): WedgeOutcome | undefined;
  /** Whether keys were pressed that may become a scan. */
  isRunning(): boolean;
  /** Whether this key goes on with a run, even one that silence has ended. */
  goesOn(press: KeyPress): boolean;
}

/** Characters from which a run can be a scan; the shortest codes in use have more. */
const MIN_CHARACTERS = 6;

/** Characters in a text field from which a run counts as a scanner's, at this pace: nobody types so. */
const REVEALING_CHARACTERS = 5;
const REVEALING_PACE_MS = 40;

const PASS: WedgeStep = { isTaken: false, isRevealed: false };
const TAKE: WedgeStep = { isTaken: true, isRevealed: false };

/** The keys of one run. */
interface Run {
  readonly presses: KeyPress[];
  /** Keys altogether, of which no more are kept than a text may have. */
  count: number;
  readonly isInField: boolean;
  isScanner: boolean;
  lastMs: number;
}

/** Creates the machine with nothing typed so far. */
export function createWedge(settings: WedgeSettings): Wedge {
  let run: Run | undefined;
  /** The last run that silence ended; a busy computer may only have brought its next key late. */
  let silenced: Run | undefined;
  let endedMs = Number.NEGATIVE_INFINITY;

  const end = (): WedgeOutcome | undefined => {
    const ended = run;
    run = undefined;
    if (ended === undefined || !ended.isScanner || ended.count < MIN_CHARACTERS) return undefined;
    return outcomeOf(ended, settings);
  };

  const finish = (press: KeyPress): WedgeStep => {
    // Carriage return and line feed are two keys; the second must not press a button either.
    const isSecond = press.timeMs - endedMs <= settings.gapMs;
    const outcome = end();
    if (outcome !== undefined || isSecond) endedMs = press.timeMs;
    if (outcome === undefined) return isSecond ? TAKE : PASS;
    return { ...TAKE, outcome };
  };

  const add = (press: KeyPress, isWriting: boolean): WedgeStep => {
    run ??= newRun(press, isWriting);
    const wasScanner = run.isScanner;
    addTo(run, press);
    if (!run.isScanner) return PASS;
    return { isTaken: true, isRevealed: !wasScanner && run.isInField };
  };

  const goOn = (press: KeyPress, isWriting: boolean): WedgeStep => {
    if (isTerminator(press)) return finish(press);
    if (isCharacter(press) && !press.isRepeat) return add(press, isWriting);
    // Control characters of a scanner (group separator, shortcuts it knows nothing of).
    if (run?.isScanner === true && press.isCommand) return take(run, press);
    run = undefined;
    return PASS;
  };

  const isLate = (press: KeyPress): boolean =>
    silenced !== undefined && press.timeMs - silenced.lastMs <= settings.gapMs;

  return {
    press: (press, isWriting) => {
      if (!settings.isOn || isModifier(press)) return PASS;
      if (silenced !== undefined && isLate(press)) {
        // All has been told already when only the end was late.
        if (silenced.isScanner && isTerminator(press)) endedMs = silenced.lastMs;
        else run = silenced;
      }
      silenced = undefined;
      // The pause is too long, or the key is held down: what came before stands for itself.
      const isApart = run !== undefined && press.timeMs - run.lastMs > settings.gapMs;
      const earlier = isApart || press.isRepeat ? end() : undefined;
      const step = goOn(press, isWriting);
      return earlier === undefined ? step : { ...step, outcome: earlier };
    },
    fallSilent: () => {
      // Of whatever length: the very first key of a scan may be the one after which the others are late.
      silenced = run;
      return end();
    },
    isRunning: () => run !== undefined,
    goesOn: (press) => run !== undefined || isLate(press),
  };
}

function newRun(press: KeyPress, isInField: boolean): Run {
  return { presses: [], count: 0, isInField, isScanner: false, lastMs: press.timeMs };
}

function take(run: Run, press: KeyPress): WedgeStep {
  run.lastMs = press.timeMs;
  return TAKE;
}

function addTo(run: Run, press: KeyPress): void {
  run.lastMs = press.timeMs;
  run.count += 1;
  if (run.presses.length <= MAX_SCANNED_TEXT_LENGTH) run.presses.push(press);
  if (!run.isScanner) run.isScanner = revealsScanner(run);
}

/** Away from text fields the second fast key is enough; within, only what no person can type. */
function revealsScanner({ presses, count, isInField, lastMs }: Run): boolean {
  if (!isInField) return count >= 2;
  const firstMs = presses[0]?.timeMs ?? lastMs;
  return count >= REVEALING_CHARACTERS && (lastMs - firstMs) / (count - 1) <= REVEALING_PACE_MS;
}

function outcomeOf(run: Run, settings: WedgeSettings): WedgeOutcome | undefined {
  if (run.count > MAX_SCANNED_TEXT_LENGTH) return { kind: 'problem', code: 'too-long' };
  const inner = withoutFrame(run.presses, settings);
  if (inner === undefined) return undefined;
  const read = readPresses(inner);
  if (read.kind === 'problem') return read;
  return { kind: 'scan', text: read.text, repaired: read.repaired };
}

/** Takes prefix and suffix off; `undefined` when there are none and only framed texts count. */
function withoutFrame(
  presses: readonly KeyPress[],
  { prefix, suffix, onlyFramed }: WedgeSettings,
): readonly KeyPress[] | undefined {
  const start = prefix.length;
  const end = presses.length - suffix.length;
  const isFramed =
    start <= end && says(presses.slice(0, start), prefix) && says(presses.slice(end), suffix);
  if (isFramed && (!onlyFramed || start + suffix.length > 0)) return presses.slice(start, end);
  return onlyFramed ? undefined : presses;
}

/** By either reading, because the frame comes from the same scanner as the rest. */
function says(presses: readonly KeyPress[], text: string): boolean {
  return [...text].every((character, index) => {
    const press = presses[index];
    return (
      press !== undefined &&
      (press.key === character || LAYOUTS.some((keys) => characterAt(keys, press) === character))
    );
  });
}
