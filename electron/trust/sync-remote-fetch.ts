import type { Result } from '../../shared/result.ts';
import type { FetchFailure, FetchPort } from './fetch-port.ts';
import type { FromSync } from './sync-messages.ts';

/** A port whose requests are made by the program that started this process. */
export interface RemoteFetch extends FetchPort {
  answer(id: number, answer: Result<Uint8Array, FetchFailure>): void;
}

/** Creates the port over the link to the program. */
export function createRemoteFetch(send: (message: FromSync) => void): RemoteFetch {
  const waiting = new Map<number, (answer: Result<Uint8Array, FetchFailure>) => void>();
  let lastId = 0;
  return {
    fetch: ({ path, maxBytes }) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        send({ kind: 'fetch', id: lastId, path, maxBytes });
      }),
    answer: (id, answer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
    // The program cuts its requests when this process ends.
    close: () => undefined,
  };
}
