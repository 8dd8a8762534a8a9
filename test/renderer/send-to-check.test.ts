import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  initialState,
  type KioskEvent,
  type KioskState,
} from '../../renderer/state/kiosk-state.ts';
import { reduceKiosk } from '../../renderer/state/reduce-kiosk.ts';
import { sendToCheck } from '../../renderer/state/send-to-check.ts';
import type { IpcReply } from '../../shared/ipc/contract.ts';
import { GREEN_CHANNEL, PLAIN_TERMINAL } from './sample-verdict.ts';

let state: KioskState;
let outlines: number;
let reply: (verdict: IpcReply<'checkScan'>) => void;
let isDone: Promise<void>;

const dispatch = (event: KioskEvent) => {
  state = reduceKiosk(state, event);
};

beforeEach(() => {
  vi.useFakeTimers();
  state = initialState(PLAIN_TERMINAL);
  outlines = 0;
  const asked = new Promise<IpcReply<'checkScan'>>((resolve) => {
    reply = resolve;
  });
  isDone = sendToCheck('PCC1:…', 1, {
    ask: () => asked,
    dispatch,
    showCode: () => {
      outlines += 1;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

async function answer(): Promise<void> {
  reply({ ok: true, value: GREEN_CHANNEL });
  await isDone;
}

describe('a code that is sent to be checked', () => {
  it('changes nothing on the screen until its answer is there', async () => {
    await vi.advanceTimersByTimeAsync(20);
    expect([state.visit.step, outlines]).toEqual(['none', 0]);
    await answer();
    expect([state.visit.step, outlines]).toEqual(['answered', 1]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([state.visit.step, outlines]).toEqual(['answered', 1]);
  });

  it('is seen to be checked when that takes long', async () => {
    await vi.advanceTimersByTimeAsync(100);
    expect([state.visit.step, outlines]).toEqual(['checking', 1]);
    await answer();
    expect([state.visit.step, outlines]).toEqual(['answered', 1]);
  });

  it('comes back to no screen of whoever has left meanwhile', async () => {
    await vi.advanceTimersByTimeAsync(100);
    dispatch({ type: 'visitor-done' });
    await answer();
    expect([state.visit.step, outlines]).toEqual(['none', 1]);
  });
});
