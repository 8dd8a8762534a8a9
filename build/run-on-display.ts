import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { DemoSample } from './demo-sample.ts';
import { type KioskLaunch, kioskArguments, ownEnvironment } from './launch-kiosk.ts';
import { drawQrMatrix } from './virtual-camera/qr-matrix.ts';
import type { VirtualCamera } from './virtual-camera/virtual-camera.ts';

/** Long enough to read a verdict. */
const CODE_SHOWN_MS = 8_000;
/** Longer than the 1.5 s after which the kiosk takes a code for a new one. */
const NOTHING_SHOWN_MS = 2_500;

/** Whether there is a webcam; where that cannot be seen from outside, there is one. */
export function hasRealCamera(): boolean {
  if (process.platform !== 'linux') return true;
  return Array.from({ length: 10 }, (_, index) => `/dev/video${index}`).some(existsSync);
}

/** Starts the kiosk as a person would and waits until it is closed; its exit code. */
export async function runUntilClosed(launch: KioskLaunch): Promise<number> {
  const child = spawn(launch.executable, kioskArguments(launch), {
    stdio: 'inherit',
    env: ownEnvironment(launch.env),
  });
  // Ending this script by a signal ends the kiosk too.
  process.once('exit', () => child.kill());
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 0));
  });
}

/** Holds up the samples in turn, again and again, until told to stop. */
export async function playSamples(
  camera: VirtualCamera,
  samples: readonly DemoSample[],
  stop: AbortSignal,
): Promise<void> {
  for (let turn = 0; !stop.aborted; turn += 1) {
    const sample = samples[turn % samples.length];
    if (sample === undefined) return;
    await camera.show(undefined);
    await pause(NOTHING_SHOWN_MS, stop);
    await camera.show(drawQrMatrix(sample.text));
    await pause(CODE_SHOWN_MS, stop);
  }
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  // Being told to stop ends the pause early, and that is all the rejection says.
  await delay(milliseconds, undefined, { signal: stop }).catch(() => undefined);
}
