import * as v from 'valibot';
import type { SyncStep } from '../../shared/ipc/sync-state.ts';
import { failure, type Result } from '../../shared/result.ts';
import type { FetchFailure, FetchPort, FetchRequest } from './fetch-port.ts';
import { MAX_SYNC_BYTES, MAX_SYNC_REQUESTS } from './sync-limits.ts';
import { FromSync, type SyncDone, type SyncTask, type ToSync } from './sync-messages.ts';
import type { TrustFailure } from './trust-failure.ts';

/** A process of its own for one synchronisation, in Electron or in plain Node. */
export interface SyncProcess {
  send(message: ToSync): void;
  /** What it says is anybody's word. */
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  /** At once and for certain, whatever it is doing. */
  kill(): void;
}

/** What one synchronisation is run with. */
export interface SyncRun {
  readonly task: SyncTask;
  readonly start: () => SyncProcess;
  /** Closed at the end. */
  readonly port: FetchPort;
  readonly deadlineMs: number;
  readonly tell: (step: SyncStep) => void;
}

export type SyncOutcome = Result<SyncDone, TrustFailure>;

/**
 * Runs one synchronisation in a process of its own and fetches for it. Bytes are only passed on: no
 * program that answers visitors parses what has not been verified. Never throws, always ends.
 */
export async function runSync(run: SyncRun): Promise<SyncOutcome> {
  const child = run.start();
  const allowed = createAllowance();
  let deadline: NodeJS.Timeout | undefined;
  const outcome = await new Promise<SyncOutcome>((resolve) => {
    deadline = setTimeout(() => resolve(failure({ code: 'too-slow' })), run.deadlineMs);
    child.onExit(() => resolve(failure({ code: 'process-died' })));
    child.onMessage((message) => {
      const said = v.safeParse(FromSync, message);
      if (!said.success) resolve(failure({ code: 'process-died', detail: 'message' }));
      else if (said.output.kind === 'done') resolve(parsedOutcome(said.output.outcome));
      else if (said.output.kind === 'step') run.tell(said.output.step);
      else void fetchFor(child, said.output, { port: run.port, allowed });
    });
    child.send({ kind: 'start', task: run.task });
  });
  clearTimeout(deadline);
  child.kill();
  run.port.close();
  return outcome;
}

type DoneOutcome = Extract<FromSync, { kind: 'done' }>['outcome'];

function parsedOutcome(outcome: DoneOutcome): SyncOutcome {
  return outcome.ok ? outcome : failure(outcome.failure);
}

type FetchMessage = Extract<FromSync, { kind: 'fetch' }>;

interface Fetching {
  readonly port: FetchPort;
  readonly allowed: (request: FetchRequest) => boolean;
}

async function fetchFor(
  child: SyncProcess,
  { id, path, maxBytes }: FetchMessage,
  { port, allowed }: Fetching,
): Promise<void> {
  const request = { path, maxBytes };
  const answer: Result<Uint8Array, FetchFailure> = allowed(request)
    ? await port.fetch(request)
    : failure('too-large');
  child.send({ kind: 'fetched', id, answer });
}

/** Counts requests and the bytes they may bring, announced before they come. */
function createAllowance(): (request: FetchRequest) => boolean {
  let requests = 0;
  let bytes = 0;
  return ({ maxBytes }) => {
    requests += 1;
    bytes += maxBytes;
    return requests <= MAX_SYNC_REQUESTS && bytes <= MAX_SYNC_BYTES;
  };
}
