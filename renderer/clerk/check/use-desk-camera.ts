import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Terminal } from '../../../shared/ipc/contract.ts';
import type { CameraProblem } from '../../scan/camera-problem.ts';
import type { FoundCode } from '../../scan/code-reader.ts';
import { observeCode, type SeenCodes } from '../../scan/same-code.ts';
import { startScanner } from '../../scan/start-scanner.ts';

/** What the camera of a desk is at. */
export type DeskCamera = 'starting' | 'live' | CameraProblem;

/** Runs the camera while its pane is open and hands on each code that comes into view. */
export function useDeskCamera(
  video: RefObject<HTMLVideoElement | null>,
  { camera: settings, rearmMilliseconds: rearmMs }: Terminal,
  onCode: (text: string) => void,
): DeskCamera {
  const [camera, setCamera] = useState<DeskCamera>('starting');
  const seen = useRef<SeenCodes>([]);
  const onFrame = useEffectEvent((found: FoundCode | undefined, nowMs: number) => {
    const sighting = { text: found?.text, nowMs, rearmMs, isWelcome: true };
    const observed = observeCode(seen.current, sighting);
    seen.current = observed.seen;
    if (found !== undefined && observed.isNew) onCode(found.text);
  });
  useEffect(() => {
    if (video.current === null) return undefined;
    return startScanner(video.current, settings, {
      onLive: () => setCamera('live'),
      onLost: (problem) => setCamera(problem),
      onFrame: (found, nowMs) => onFrame(found, nowMs),
    });
  }, [video, settings]);
  return camera;
}
