import type { App } from 'electron';

/**
 * Lets pages speak with the voices of the system. On Linux these are behind speech-dispatcher,
 * which Chromium asks only when told to; where it is not installed there are simply no voices.
 * Must run before the app is ready.
 */
export function allowSystemVoices(app: Pick<App, 'commandLine'>): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
}
