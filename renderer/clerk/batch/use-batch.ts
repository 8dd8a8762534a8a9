import { useReducer, useRef } from 'react';
import { type BatchSource, judgeSource } from '../files/judge-source.ts';
import {
  type BatchEvent,
  type BatchState,
  batchKey,
  EMPTY_BATCH,
  reduceBatch,
} from './batch-state.ts';

/** Something to judge with the name it has in the table. */
export interface NamedSource {
  readonly name: string;
  readonly source: BatchSource;
}

/** The batch of this desk; it goes on while the clerk looks at another page. */
export interface Batch {
  readonly state: BatchState;
  readonly isRunning: boolean;
  readonly add: (sources: readonly NamedSource[]) => void;
  /** Judges no more of those that wait. */
  readonly cancel: () => void;
  readonly clear: () => void;
}

/** How often the table is drawn anew: thousands of rows a second would be drawn for nobody. */
const REDRAW_MS = 250;

/** Judges one source after the other: the main process answers scans at the counter in between. */
export function useBatch(isTraining: boolean): Batch {
  const [state, dispatch] = useReducer(reduceBatch, EMPTY_BATCH);
  const queue = useRef<{ readonly key: string; readonly source: BatchSource }[]>([]);
  const added = useRef(0);
  const isBusy = useRef(false);

  const tell = (events: BatchEvent[]) => {
    dispatch({ type: 'several', events: events.splice(0) });
  };

  const work = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    const untold: BatchEvent[] = [];
    const timer = window.setInterval(() => tell(untold), REDRAW_MS);
    for (let next = queue.current.shift(); next !== undefined; next = queue.current.shift()) {
      untold.push({ type: 'started', key: next.key });
      const parts = await judgeSource(next.source, isTraining);
      untold.push({ type: 'judged', key: next.key, parts });
    }
    window.clearInterval(timer);
    tell(untold);
    isBusy.current = false;
  };

  return {
    state,
    isRunning: state.rows.some(({ state: { step } }) => step === 'waiting' || step === 'checking'),
    add: (sources) => {
      const first = added.current;
      added.current += sources.length;
      queue.current.push(
        ...sources.map(({ source }, index) => ({ key: batchKey(first + index), source })),
      );
      dispatch({ type: 'added', names: sources.map(({ name }) => name) });
      void work();
    },
    cancel: () => {
      queue.current = [];
      dispatch({ type: 'cancelled' });
    },
    clear: () => {
      queue.current = [];
      dispatch({ type: 'cleared' });
    },
  };
}
