import { syncIntoStore } from './sync-into-store.ts';
import type { FromSync, SyncTask, ToSync } from './sync-messages.ts';
import { createRemoteFetch } from './sync-remote-fetch.ts';

/**
 * Entry of the synchronising process: a utility process of Electron or a child of plain Node. It
 * parses what strangers send, so it has nothing but the trust store's folder to itself, may be
 * killed at any instant, and ends after one synchronisation.
 */
const link = openLink();
const port = createRemoteFetch(link.send);

link.listen((message) => {
  if (message.kind === 'fetched') port.answer(message.id, message.answer);
  else void run(message.task);
});

async function run(task: SyncTask): Promise<void> {
  const outcome = await syncIntoStore(task, {
    port,
    tell: (step) => link.send({ kind: 'step', step }),
    wallClock: () => Date.now(),
    steadyClock: () => performance.now(),
  });
  link.send({ kind: 'done', outcome: boundedOutcome(outcome) });
}

interface Link {
  readonly send: (message: FromSync) => void;
  readonly listen: (listener: (message: ToSync) => void) => void;
}

function openLink(): Link {
  // Electron gives utility processes this port; plain Node has a channel of its own.
  if ('parentPort' in process && process.parentPort) {
    const { parentPort } = process;
    return {
      send: (message) => parentPort.postMessage(message),
      listen: (listener) => void parentPort.on('message', ({ data }) => listener(data)),
    };
  }
  // Ends together with the program that started it, however that ended.
  process.on('disconnect', () => process.exit());
  return {
    send: (message) => void process.send?.(message),
    listen: (listener) => void process.on('message', listener),
  };
}

type Outcome = Extract<FromSync, { kind: 'done' }>['outcome'];

function boundedOutcome(outcome: Awaited<ReturnType<typeof syncIntoStore>>): Outcome {
  if (outcome.ok) return outcome;
  const { code, subject, detail } = outcome.failure;
  return {
    ok: false,
    failure: {
      code,
      ...(subject === undefined ? {} : { subject: subject.slice(0, 200) }),
      ...(detail === undefined ? {} : { detail: detail.slice(0, 200) }),
    },
  };
}
