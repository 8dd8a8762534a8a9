import type { Unlocked } from '../../shared/ipc/staff-replies.ts';
import type { Clock, Log } from '../ports.ts';
import { afterWrong, attemptsLeft, NO_ATTEMPTS, secondsLocked } from './pin-attempts.ts';
import type { PinAttemptsStore } from './pin-attempts-file.ts';
import { fitsPin, isPinHash } from './pin-hash.ts';

/** Decides whether a PIN opens the staff menu. */
export interface PinGate {
  /** One PIN after the other, however many are asked about at once. */
  tryPin(pin: string): Promise<Unlocked>;
}

/** What the gate works with. */
export interface PinGateParts {
  /** The hash in force; empty where no PIN is set. */
  readonly hash: () => string;
  readonly store: PinAttemptsStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** Creates the gate; reads once what was tried before the program started. */
export async function createPinGate(parts: PinGateParts): Promise<PinGate> {
  const { store, clock, log } = parts;
  let attempts = await store.load();
  let queue: Promise<unknown> = Promise.resolve();
  const judge = async (pin: string): Promise<Unlocked> => {
    const hash = parts.hash();
    if (!isPinHash(hash)) return { result: 'no-pin' };
    const now = clock.now();
    const locked = secondsLocked(attempts, now);
    if (locked > 0) return { result: 'locked', seconds: locked };
    // Counted before it is looked at: a power cut in between must not give the try back.
    attempts = afterWrong(attempts, now);
    await store.save(attempts);
    if (await fitsPin(pin, hash)) {
      attempts = NO_ATTEMPTS;
      await store.save(attempts);
      log.info('staff-opened');
      return { result: 'opened' };
    }
    log.warn('staff-pin-wrong', { wrong: attempts.wrong });
    const seconds = secondsLocked(attempts, now);
    if (seconds > 0) return { result: 'locked', seconds };
    return { result: 'wrong', attemptsLeft: attemptsLeft(attempts) };
  };
  return {
    tryPin: (pin) => {
      const answer = queue.then(() => judge(pin));
      queue = answer.catch(() => undefined);
      return answer;
    },
  };
}
