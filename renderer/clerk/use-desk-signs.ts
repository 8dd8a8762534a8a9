import { useCallback, useEffect, useRef, useState } from 'react';
import { createSignPlayer } from '../sound/play-sign.ts';
import type { Sign } from '../sound/signs.ts';
import { signOfDesk } from './desk-sign.ts';
import type { DeskState } from './desk-state.ts';

/** Lets answers and comparisons be heard; the returned function plays a sign besides those. */
export function useDeskSigns(state: DeskState, volumePercent: number): (sign: Sign) => void {
  const [player] = useState(createSignPlayer);
  const play = useCallback(
    (sign: Sign) => player.play(sign, volumePercent),
    [player, volumePercent],
  );
  const isHeard = volumePercent > 0;
  useEffect(() => {
    if (isHeard) void player.prepare();
  }, [isHeard, player]);
  const before = useRef(state);
  useEffect(() => {
    const sign = signOfDesk(before.current, state);
    before.current = state;
    if (sign !== undefined) play(sign);
  }, [state, play]);
  return play;
}
