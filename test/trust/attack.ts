import { cpSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import type { TrustFailureCode } from '../../shared/trust/trust-failure-codes.ts';
import { openSynchronisedScene, type SyncChange, type SyncScene } from './sync-terminal.ts';

/** One way to disturb or deceive a terminal that has synchronised before. */
export interface Attack {
  readonly name: string;
  readonly code: TrustFailureCode;
  /** Sets the trap; may say how the synchronisation that walks into it differs. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most traps change nothing and return nothing.
  readonly arrange: (scene: SyncScene) => SyncChange | void | Promise<SyncChange>;
}

/**
 * Milliseconds of processor time the program itself may spend while somebody sends it the worst; that took
 * 8 seconds once, and the rest of the program was held up for as long. A busy machine does not add to it.
 */
const OWN_WORK_MS = 500;

/** Walks into the trap, and expects the name of it and the last good state. */
export async function expectRefusal(attack: Attack): Promise<void> {
  const scene = await openSynchronisedScene();
  try {
    await walkInto(attack, scene);
  } finally {
    await scene.close();
  }
}

/** The same for many traps one after the other, in a scene made once; each finds the office as it was. */
export async function openTrapScene(prepare: (scene: SyncScene) => void = () => undefined) {
  const scene = await openSynchronisedScene();
  const { repositoryFolder } = scene.office;
  const kept = `${repositoryFolder}.kept`;
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
  const usedBefore = process.threadCpuUsage();
  const outcome = await scene.sync(change);
  const { user, system } = process.threadCpuUsage(usedBefore);
  expect(outcome).toMatchObject({ ok: false, failure: { code } });
  expect((user + system) / 1_000).toBeLessThan(OWN_WORK_MS);
  // The last good state, byte for byte, and what a visitor is told.
  expect(scene.generations()).toEqual(before);
  expect(await scene.scan()).toBe('green-channel');
}
