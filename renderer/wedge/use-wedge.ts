import { useEffect, useEffectEvent } from 'react';
import type { WedgeSettings } from '../../shared/ipc/wedge-settings.ts';
import { type KeyPress, pressOf } from './key-press.ts';
import type { WedgeProblem, WedgeRepair } from './read-presses.ts';
import { type RememberedField, rememberField } from './text-field.ts';
import { createWedge, type WedgeOutcome } from './wedge.ts';

/** What a page wants to hear of a scanner that types. */
export interface WedgeListener {
  /** @param repaired what had to be put right; worth a quiet word, the text is whole */
  readonly onScan: (text: string, repaired: readonly WedgeRepair[]) => void;
  readonly onProblem: (problem: WedgeProblem) => void;
  /** Sees every key, a person's too, before it is judged. */
  readonly onPress?: (press: KeyPress) => void;
  readonly settings: WedgeSettings;
}

/**
 * Listens for a hand scanner for as long as the page lives, whatever has the focus: its keys never
 * reach buttons, shortcuts or fields, and what a person types is left alone.
 */
export function useWedge({ onScan, onProblem, onPress, settings }: WedgeListener): void {
  const see = useEffectEvent((press: KeyPress) => onPress?.(press));
  const tell = useEffectEvent((outcome: WedgeOutcome | undefined) => {
    if (outcome?.kind === 'scan') onScan(outcome.text, outcome.repaired);
    if (outcome?.kind === 'problem') onProblem(outcome.code);
  });
  useEffect(
    () =>
      listen(window, settings, { see: (press) => see(press), tell: (outcome) => tell(outcome) }),
    [settings],
  );
}

interface KeyListener {
  readonly see: (press: KeyPress) => void;
  readonly tell: (outcome: WedgeOutcome | undefined) => void;
}

/** Listens until the returned function is called. */
function listen(target: Window, settings: WedgeSettings, { see, tell }: KeyListener): () => void {
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
    see(press);
    if (!wedge.goesOn(press)) field = rememberField(event.target);
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
