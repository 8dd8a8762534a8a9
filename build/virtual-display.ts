import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A screen nobody sees. */
export type VirtualDisplay = {
  /** For the environment variable `DISPLAY`, for example `:1`. */
  readonly display: string;
  stop(): void;
};

/** Pixels. The default is the portrait screen of the kiosk. */
export type DisplaySize = { readonly width: number; readonly height: number };

const KIOSK_SIZE: DisplaySize = { width: 1080, height: 1920 };
const START_LIMIT_MS = 15_000;

/** Whether a program with a window can be shown without further ado. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Starts Xvfb on a display number that it finds free itself; it ends with this process at latest.
 *
 * @throws Error when Xvfb is missing or does not come up.
 */
export async function startVirtualDisplay(size = KIOSK_SIZE): Promise<VirtualDisplay> {
  const screen = `${size.width}x${size.height}x24`;
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = (): void => void server.kill();
  process.once('exit', stop);
  const number = await readDisplayNumber(server).catch((failure: unknown) => {
    stop();
    throw new Error('The virtual display (Xvfb) did not start.', { cause: failure });
  });
  // The server alone must not keep the program alive that started it.
  server.unref();
  return { display: `:${number}`, stop };
}

/** Xvfb writes the number when it is ready for clients: a signal, so nobody has to wait and guess. */
async function readDisplayNumber(server: ChildProcess): Promise<number> {
  const pipe = server.stdio[3] as Readable;
  const tooLate = setTimeout(() => pipe.destroy(), START_LIMIT_MS);
  let written = '';
  server.once('error', () => pipe.destroy());
  // To the end of the line: Xvfb ends itself when it cannot write all of it.
  for await (const bytes of pipe) {
    written += String(bytes);
    if (written.endsWith('\n')) break;
  }
  clearTimeout(tooLate);
  const number = Number.parseInt(written, 10);
  if (Number.isNaN(number)) throw new Error('Xvfb ended before it was ready.');
  return number;
}
