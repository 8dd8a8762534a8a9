import type { Session } from 'electron';
import type { Log } from '../ports.ts';

/** Nothing a page does may leave a file or a file dialog on a public terminal. */
export function denyDownloads(session: Session, log: Log): void {
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn('download-denied');
  });
}
