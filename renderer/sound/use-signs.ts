import { useEffect, useRef, useState } from 'react';
import type { KioskState } from '../state/kiosk-state.ts';
import { createSignPlayer } from './play-sign.ts';
import { signOfChange } from './sign-of-change.ts';

/** Lets every change of the screen be heard, as loud as the terminal's settings allow. */
export function useSigns(state: KioskState): void {
  const [play] = useState(createSignPlayer);
  const before = useRef(state);
  useEffect(() => {
    const sign = signOfChange(before.current, state);
    before.current = state;
    if (sign !== undefined) play(sign, state.terminal.soundVolume);
  }, [state, play]);
}
