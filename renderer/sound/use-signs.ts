import { useEffect, useRef, useState } from 'react';
import type { KioskState } from '../state/kiosk-state.ts';
import { createSignPlayer } from './play-sign.ts';
import { signsOfChange } from './signs-of-change.ts';

/** Lets every change of the screen be heard, as loud as the terminal's settings allow. */
export function useSigns(state: KioskState): void {
  const [player] = useState(createSignPlayer);
  const isHeard = state.terminal.soundVolume > 0;
  useEffect(() => {
    if (isHeard) void player.prepare();
  }, [isHeard, player]);
  const before = useRef(state);
  useEffect(() => {
    const signs = signsOfChange(before.current, state);
    before.current = state;
    for (const sign of signs) player.play(sign, state.terminal.soundVolume);
  }, [state, player]);
}
