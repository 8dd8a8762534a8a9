import { once } from 'node:events';
import { EXIT_BROKEN_PIPE } from './exit-status.ts';

/** Writes to standard output no faster than it is read, and ends quietly when nobody reads any more. */
export function createOutput(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `verify … | head`: the verdicts that were not read are no success.
    if (error.code === 'EPIPE') process.exit(EXIT_BROKEN_PIPE);
    throw error;
  });
  return async (text) => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
}
