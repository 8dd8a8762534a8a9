import { type Dispatch, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { IpcReply } from '../../shared/ipc/contract.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import type { FoundCode } from '../scan/code-reader.ts';
import { observeCode, type SeenCodes } from '../scan/same-code.ts';
import { startScanner } from '../scan/start-scanner.ts';
import type { KioskEvent, KioskState } from './kiosk-state.ts';
import { welcomesCode } from './reduce-kiosk.ts';
import { createScannerView, NOTHING_IN_VIEW, type ScannerViewSource } from './scanner-view.ts';
import { sendToCheck } from './send-to-check.ts';

/** Runs camera and scanner for as long as the page lives and sends each new code to be checked. */
export function useScanner(
  video: RefObject<HTMLVideoElement | null>,
  state: KioskState,
  dispatch: Dispatch<KioskEvent>,
): ScannerViewSource {
  const [view] = useState(createScannerView);
  const seen = useRef<SeenCodes>([]);
  const scans = useRef(0);

  const onFrame = useEffectEvent((found: FoundCode | undefined, nowMs: number) => {
    const text = found?.text;
    const isWelcome = text !== undefined && welcomesCode(state, text);
    const rearmMs = state.terminal.rearmMilliseconds;
    const observed = observeCode(seen.current, { text, nowMs, rearmMs, isWelcome });
    seen.current = observed.seen;
    const isRepeat = isWelcome && !observed.isNew;
    const showCode = () =>
      view.show(found === undefined ? NOTHING_IN_VIEW : { corners: found.corners, isRepeat });
    if (text === undefined || !observed.isNew) return showCode();
    scans.current += 1;
    const answered = sendToCheck(text, scans.current, { ask: askMain, dispatch, showCode });
    return Promise.race([answered.then(nextDrawing), after(ANSWERED_WITHIN_MS)]);
  });

  const { camera } = state.terminal;
  useEffect(() => {
    if (video.current === null) return undefined;
    return startScanner(video.current, camera, {
      onLive: () => dispatch({ type: 'camera-live' }),
      onLost: (problem) => {
        view.show(NOTHING_IN_VIEW);
        dispatch({ type: 'camera-lost', problem });
      },
      onFrame: (found, nowMs) => onFrame(found, nowMs),
      onView: (inView, nowMs) => dispatch({ type: 'view-changed', inView, nowMs }),
    });
  }, [video, camera, view, dispatch]);

  return view;
}

/** After so long reading goes on, whatever became of the answer; a page nobody sees is never drawn. */
const ANSWERED_WITHIN_MS = 300;

function askMain(text: string): Promise<IpcReply<'checkScan'>> {
  return kioskBridge().checkScan({ text, source: 'camera' });
}

/** When what was changed stands on the screen. */
function nextDrawing(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
