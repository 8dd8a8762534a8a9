import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import type { Terminal } from '../shared/ipc/contract.ts';
import { KioskScreen } from './screens/kiosk-screen.tsx';
import { useSigns } from './sound/use-signs.ts';
import { initialState } from './state/kiosk-state.ts';
import { reduceKiosk } from './state/reduce-kiosk.ts';
import { usePassingTime } from './state/use-passing-time.ts';
import { usePolicy } from './state/use-policy.ts';
import { useScanner } from './state/use-scanner.ts';
import { useTerminal } from './state/use-terminal.ts';
import { useTrustState } from './state/use-trust-state.ts';
import { nameStaffedWindow, switchLanguage } from './text/start-texts.ts';

/** The kiosk: state, camera, sound and clock on one side, the screen on the other. */
export function KioskApp({ terminal }: { readonly terminal: Terminal }) {
  const [state, dispatch] = useReducer(reduceKiosk, terminal, initialState);
  const video = useRef<HTMLVideoElement>(null);
  const view = useScanner(video, state, dispatch);
  const trust = useTrustState();
  const policy = usePolicy();
  usePassingTime(dispatch);
  useTerminal(dispatch);
  useSigns(state);
  const { language, comfort } = state;
  const { helpWindow } = state.terminal;
  // Before anything is seen: nobody reads of one window and then of another.
  useLayoutEffect(() => nameStaffedWindow(helpWindow), [helpWindow]);
  useEffect(() => {
    void switchLanguage(language);
  }, [language]);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.theme = comfort.isHighContrast ? 'high-contrast' : 'light';
    dataset.text = comfort.textSize;
    return () => {
      // The staff's menu has a look of its own.
      dataset.theme = 'light';
      dataset.text = 'normal';
    };
  }, [comfort.isHighContrast, comfort.textSize]);
  return <KioskScreen {...{ state, view, trust, policy, video, dispatch }} />;
}
