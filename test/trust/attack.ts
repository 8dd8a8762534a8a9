import { cpSync, rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect } from 'vitest';
import type { TrustFailureCode } from '../../shared/trust/trust-failure-codes.ts';
import { openSyncScene, type SyncChange, type SyncScene } from './sync-terminal.ts';

/** One way to disturb or deceive a terminal that has synchronised before. */
export interface Attack {
  readonly name: string;
  readonly code: TrustFailureCode;
  /** Sets the trap; may say how the synchronisation that walks into it differs. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most traps change nothing and return nothing.
  readonly arrange: (scene: SyncScene) => SyncChange | void | Promise<SyncChange>;
}

/** Milliseconds the program may be held up while somebody sends it the worst; that took 8 seconds once. */
const RESPONSIVE_MS = 500;

/** Synchronises, walks into the trap, and expects the name of it and the last good state. */
export async function expectRefusal(attack: Attack): Promise<void> {
  const scene = await openSyncScene();
  try {
    expect(await scene.sync()).toEqual({ ok: true, value: { changed: true } });
    await walkInto(attack, scene);
  } finally {
    await scene.close();
  }
}

/** The same for many traps one after the other, in a scene made once; each finds the office as it was. */
export async function openTrapScene(prepare: (scene: SyncScene) => void = () => undefined) {
  const scene = await openSyncScene();
  const { repositoryFolder } = scene.office;
  const kept = `${repositoryFolder}.kept`;
  expect(await scene.sync()).toEqual({ ok: true, value: { changed: true } });
  prepare(scene);
  cpSync(repositoryFolder, kept, { recursive: true });
  return {
    expectRefusal: async (attack: Attack): Promise<void> => {
      await walkInto(attack, scene);
      scene.server.misbehave(undefined);
      rmSync(repositoryFolder, { recursive: true });
      cpSync(kept, repositoryFolder, { recursive: true });
    },
    close: scene.close,
  };
}

async function walkInto({ arrange, code }: Attack, scene: SyncScene): Promise<void> {
  const change = (await arrange(scene)) ?? {};
  const before = scene.generations();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const outcome = await scene.sync(change);
  delay.disable();
  expect(outcome).toMatchObject({ ok: false, failure: { code } });
  expect(delay.max / 1e6).toBeLessThan(RESPONSIVE_MS);
  // The last good state, byte for byte, and what a visitor is told.
  expect(scene.generations()).toEqual(before);
  expect(await scene.scan()).toBe('green-channel');
}
