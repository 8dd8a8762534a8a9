import { useEffect, useEffectEvent } from 'react';
import type { WedgeSettings } from '../../shared/ipc/wedge-settings.ts';
import { pressOf } from './key-press.ts';
import type { WedgeProblem, WedgeRepair } from './read-presses.ts';
import { type RememberedField, rememberField } from './text-field.ts';
import { createWedge, type WedgeOutcome } from './wedge.ts';

/** What a page wants to hear of a scanner that types. */
export interface WedgeListener {
  /** @param repaired what had to be put right; worth a quiet word, the text is whole */
  readonly onScan: (text: string, repaired: readonly WedgeRepair[]) => void;
  readonly onProblem: (problem: WedgeProblem) => void;
  readonly settings: WedgeSettings;
}

/**
 * Listens for a hand scanner for as long as the page lives, whatever has the focus: its keys never
 * reach buttons, shortcuts or fields, and what a person types is left alone.
 */
export function useWedge({ onScan, onProblem, settings }: WedgeListener): void {
  const tell = useEffectEvent((outcome: WedgeOutcome | undefined) => {
    if (outcome?.kind === 'scan') onScan(outcome.text, outcome.repaired);
    if (outcome?.kind === 'problem') onProblem(outcome.code);
  });
  useEffect(() => listen(window, settings, (outcome) => tell(outcome)), [settings]);
}

/** Listens until the returned function is called. */
function listen(
  target: Window,
  settings: WedgeSettings,
  tell: (outcome: WedgeOutcome | undefined) => void,
): () => void {
  const wedge = createWedge(settings);
  let silence: number | undefined;
  let field: RememberedField | undefined;
  const fallSilent = () => {
    const outcome = wedge.fallSilent();
    field?.comeBack();
    tell(outcome);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    target.clearTimeout(silence);
    const press = pressOf(event);
    if (!wedge.isRunning()) field = rememberField(event.target);
    const step = wedge.press(press, field !== undefined);
    if (step.isTaken) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (step.isRevealed) {
      if (press.isComposing) field?.leave();
      field?.restore();
    }
    if (!wedge.isRunning()) field?.comeBack();
    tell(step.outcome);
    silence = target.setTimeout(fallSilent, settings.silenceMs);
  };
  // First of all listeners, so that no button and no shortcut is faster.
  target.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    target.clearTimeout(silence);
    target.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}
