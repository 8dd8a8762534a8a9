import { app } from 'electron';

/** Status of a program that wants to be started again (sysexits: temporary failure). */
const START_AGAIN = 75;

/**
 * Ends the program and has it started again: by itself, or by the supervisor that watches it.
 * The status is set only once nobody holds the end up any more, so that the log's last entries
 * reach the disk.
 */
export function restartProgram(isSupervised: boolean): void {
  if (!isSupervised) app.relaunch();
  app.on('will-quit', (event) => {
    if (!event.defaultPrevented) app.exit(isSupervised ? START_AGAIN : 0);
  });
  app.quit();
}
