import { useEffect, useReducer, useRef } from 'react';
import type { Terminal } from '../shared/ipc/contract.ts';
import { KioskScreen } from './screens/kiosk-screen.tsx';
import { initialState } from './state/kiosk-state.ts';
import { reduceKiosk } from './state/reduce-kiosk.ts';
import { usePassingTime } from './state/use-passing-time.ts';
import { useScanner } from './state/use-scanner.ts';
import { useTrustState } from './state/use-trust-state.ts';
import { switchLanguage } from './text/start-texts.ts';

/** The kiosk: state, camera and clock on one side, the screen on the other. */
export function KioskApp({ terminal }: { readonly terminal: Terminal }) {
  const [state, dispatch] = useReducer(reduceKiosk, terminal, initialState);
  const video = useRef<HTMLVideoElement>(null);
  const view = useScanner(video, state, dispatch);
  const trust = useTrustState();
  usePassingTime(dispatch);
  useEffect(() => {
    void switchLanguage(state.language);
  }, [state.language]);
  return <KioskScreen state={state} view={view} trust={trust} video={video} dispatch={dispatch} />;
}
