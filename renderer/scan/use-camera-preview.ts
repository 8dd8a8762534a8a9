import { type RefObject, useEffect, useState } from 'react';
import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';
import { listCameras } from './camera.ts';
import type { CameraProblem } from './camera-problem.ts';
import { type TuningOptions, tuningOptionsOf } from './camera-tuning.ts';
import type { Point } from './outline.ts';
import { startScanner } from './start-scanner.ts';

/** A camera that can be chosen. */
export interface CameraDevice {
  readonly deviceId: string;
  readonly label: string;
}

/** What was measured of the running camera, not what it promises. */
export interface CameraFacts {
  readonly width: number;
  readonly height: number;
  /** Frames that came in the last second. */
  readonly framesPerSecond: number;
  /** Milliseconds that reading a frame took last, queue and copy included. */
  readonly readMs: number | undefined;
  /** When a code was read last, on the clock of `performance.now()`; never what it said. */
  readonly lastReadAtMs: number | undefined;
}

/** Everything a page for setting up the camera shows. */
export interface CameraPreview {
  readonly devices: readonly CameraDevice[];
  readonly problem: CameraProblem | undefined;
  /** What this camera can be told; a page offers nothing else. */
  readonly tuning: TuningOptions;
  readonly facts: CameraFacts;
  /** Corners of the code in view, in pixels of the video. */
  readonly corners: readonly Point[];
}

const NO_FACTS: CameraFacts = {
  width: 0,
  height: 0,
  framesPerSecond: 0,
  readMs: undefined,
  lastReadAtMs: undefined,
};
const NOTHING: CameraPreview = {
  devices: [],
  problem: undefined,
  tuning: { torch: false },
  facts: NO_FACTS,
  corners: [],
};

/**
 * Runs camera and reader with settings that are being tried out, until the page goes away. Nothing
 * is sent to be checked. Give it the same object for the same settings: a new one starts it anew.
 */
export function useCameraPreview(
  video: RefObject<HTMLVideoElement | null>,
  settings: CameraSettings,
): CameraPreview {
  const [preview, setPreview] = useState(NOTHING);
  useEffect(() => {
    if (video.current === null) return undefined;
    return startPreview(video.current, settings, (change) =>
      setPreview((present) => ({ ...present, ...change(present) })),
    );
  }, [video, settings]);
  return preview;
}

type Update = (change: (present: CameraPreview) => Partial<CameraPreview>) => void;

function startPreview(video: HTMLVideoElement, settings: CameraSettings, update: Update) {
  const stopScanner = startScanner(video, settings, {
    onLive: () => {
      const stream = video.srcObject;
      const tuning = stream instanceof MediaStream ? tuningOptionsOf(stream) : NOTHING.tuning;
      update(() => ({ problem: undefined, tuning }));
      void showDevices(update);
    },
    onLost: (problem) => update(() => ({ problem, corners: [], facts: NO_FACTS })),
    onFrame: (found, nowMs, readMs) =>
      update(({ facts }) => ({
        corners: found?.corners ?? [],
        facts: { ...facts, readMs, ...(found && { lastReadAtMs: nowMs }) },
      })),
  });
  const stopCounting = countFrames(video, update);
  const onDeviceChange = () => void showDevices(update);
  navigator.mediaDevices.addEventListener('devicechange', onDeviceChange);
  return () => {
    navigator.mediaDevices.removeEventListener('devicechange', onDeviceChange);
    stopCounting();
    stopScanner();
  };
}

async function showDevices(update: Update): Promise<void> {
  const devices = await listCameras();
  update(() => ({ devices: devices.map(({ deviceId, label }) => ({ deviceId, label })) }));
}

/** Once a second: how many frames came, and how large they are. */
function countFrames(video: HTMLVideoElement, update: Update): () => void {
  let before = video.getVideoPlaybackQuality().totalVideoFrames;
  const timer = window.setInterval(() => {
    const { totalVideoFrames } = video.getVideoPlaybackQuality();
    // A camera that was opened anew counts from nothing.
    const framesPerSecond = Math.max(0, totalVideoFrames - before);
    before = totalVideoFrames;
    const { videoWidth: width, videoHeight: height } = video;
    update(({ facts }) => ({ facts: { ...facts, width, height, framesPerSecond } }));
  }, 1_000);
  return () => window.clearInterval(timer);
}
