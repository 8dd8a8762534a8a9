import { setTimeout as pause } from 'node:timers/promises';

// Longer than a comparison takes on a machine that is not overloaded.
const BEAT_MS = 250;

/** Does something and answers on the next beat, so that the time it took tells little about it. */
export async function onTheBeat<Value>(work: () => Promise<Value>): Promise<Value> {
  const started = performance.now();
  const value = await work();
  const elapsed = performance.now() - started;
  await pause(Math.ceil(elapsed / BEAT_MS) * BEAT_MS - elapsed);
  return value;
}
