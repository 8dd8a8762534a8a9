import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { superviseWorker, type WorkerLike } from '../../renderer/scan/supervise-worker.ts';

/** A worker that does what the test tells it. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly asked: unknown[] = [];
  isTerminated = false;
  postMessage(message: unknown): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent);
  }
  die(): void {
    this.onerror?.({} as ErrorEvent);
  }
}

let started: FakeWorker[] = [];
const start = () => {
  const worker = new FakeWorker();
  started.push(worker);
  return worker;
};
const newest = (): FakeWorker => {
  const worker = started.at(-1);
  if (worker === undefined) throw new Error('none was started');
  return worker;
};

beforeEach(() => {
  started = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a supervised worker', () => {
  it('is free once it is ready, and busy until it has answered', async () => {
    const worker = superviseWorker<string, string>(start);
    expect(worker.isFree()).toBe(false);
    newest().say('ready');
    expect(worker.isFree()).toBe(true);
    const answer = worker.ask('question', []);
    expect(worker.isFree()).toBe(false);
    newest().say('answer');
    expect(await answer).toBe('answer');
    expect(worker.isFree()).toBe(true);
  });

  it('is replaced when it does not answer for two seconds', async () => {
    const worker = superviseWorker<string, string>(start);
    const first = newest();
    first.say('ready');
    const answer = worker.ask('question', []);
    vi.advanceTimersByTime(2_000);
    expect(await answer).toBeUndefined();
    expect(first.isTerminated).toBe(true);
    expect(started).toHaveLength(2);
    newest().say('ready');
    expect(worker.isFree()).toBe(true);
  });

  it('is replaced when it dies, before or after it was ready', async () => {
    const worker = superviseWorker<string, string>(start);
    newest().die();
    vi.advanceTimersByTime(1_000);
    expect(started).toHaveLength(2);
    newest().say('ready');
    const answer = worker.ask('question', []);
    newest().die();
    vi.advanceTimersByTime(1);
    expect(await answer).toBeUndefined();
    expect(started).toHaveLength(3);
  });

  it('is replaced when it never becomes ready', () => {
    superviseWorker<string, string>(start);
    vi.advanceTimersByTime(15_000);
    expect(started).toHaveLength(2);
  });

  it('stays away once it was stopped', async () => {
    const worker = superviseWorker<string, string>(start);
    newest().say('ready');
    const answer = worker.ask('question', []);
    worker.stop();
    expect(await answer).toBeUndefined();
    vi.advanceTimersByTime(60_000);
    expect(started).toHaveLength(1);
    expect(worker.isFree()).toBe(false);
  });
});
