import { takeProcessLock } from '../process-lock.ts';

/** Runs a change of a repository while nobody else changes it. Throws when somebody does. */
export function withLock<Value>(folder: string, change: () => Value): Value {
  const unlock = takeProcessLock(`${folder}.lock`, folder);
  try {
    return change();
  } finally {
    unlock();
  }
}
