/** A question takes milliseconds; a worker without an answer for so long hangs. */
const ANSWER_LIMIT_MS = 2_000;
/** Loading the engine from a slow disk, on a machine that has just been switched on. */
const START_LIMIT_MS = 15_000;

/** The part of a worker that is needed here; a test brings its own. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
}

/** A worker that is replaced when it fails. */
export interface SupervisedWorker<Question, Answer> {
  readonly isFree: () => boolean;
  /** The answer, or `undefined` when the worker failed; it is being replaced then. */
  readonly ask: (question: Question, transfer: Transferable[]) => Promise<Answer | undefined>;
  readonly stop: () => void;
}

/**
 * Runs a worker that first says that it is ready and then answers one question at a time. When it
 * dies or does not answer, a new one takes its place; nobody has to look after it.
 */
export function superviseWorker<Question, Answer>(
  startWorker: () => WorkerLike,
): SupervisedWorker<Question, Answer> {
  let worker: WorkerLike;
  let isReady = false;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let answer: ((value: Answer | undefined) => void) | undefined;

  const settle = (value: Answer | undefined) => {
    clearTimeout(timer);
    const give = answer;
    answer = undefined;
    give?.(value);
  };
  const replace = () => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    settle(undefined);
    if (!isStopped) start();
  };
  const start = () => {
    isReady = false;
    timer = setTimeout(replace, START_LIMIT_MS);
    worker = startWorker();
    worker.onmessage = ({ data }) => {
      if (isReady) return settle(data);
      clearTimeout(timer);
      isReady = true;
    };
    // Not at once: a worker that dies while it starts must not be replaced in a tight circle.
    worker.onerror = () => {
      clearTimeout(timer);
      timer = setTimeout(replace, isReady ? 0 : RESTART_DELAY_MS);
    };
  };

  start();
  return {
    isFree: () => isReady && answer === undefined && !isStopped,
    ask: (question, transfer) =>
      new Promise((resolve) => {
        answer = resolve;
        timer = setTimeout(replace, ANSWER_LIMIT_MS);
        worker.postMessage(question, transfer);
      }),
    stop: () => {
      isStopped = true;
      replace();
    },
  };
}

const RESTART_DELAY_MS = 1_000;
