import { describe, expect, it } from 'vitest';
import { observeCode, type SeenCodes } from '../../renderer/scan/same-code.ts';

/** Plays frames of [milliseconds, text, welcome?] and returns when a code counted as new. */
function play(frames: readonly (readonly [number, string | undefined, boolean?])[]) {
  let seen: SeenCodes = [];
  const counted: string[] = [];
  for (const [nowMs, text, isWelcome = true] of frames) {
    const observed = observeCode(seen, { text, nowMs, rearmMs: 1_500, isWelcome });
    seen = observed.seen;
    if (observed.isNew) counted.push(`${text}@${nowMs}`);
  }
  return counted;
}

describe('same code', () => {
  it('counts once while it stays in view, however long', () => {
    const frames = Array.from({ length: 100 }, (_, frame) => [frame * 500, 'A'] as const);
    expect(play(frames)).toEqual(['A@0']);
  });

  it('survives frames that could not be read', () => {
    expect(
      play([
        [0, 'A'],
        [500, undefined],
        [1_400, undefined],
        [1_499, 'A'],
      ]),
    ).toEqual(['A@0']);
  });

  it('counts again after it was out of view for the whole time', () => {
    expect(
      play([
        [0, 'A'],
        [1_000, undefined],
        [1_500, 'A'],
      ]),
    ).toEqual(['A@0', 'A@1500']);
  });

  it('does not alternate between two codes side by side', () => {
    const frames = Array.from(
      { length: 40 },
      (_, frame) => [frame * 80, frame % 2 ? 'A' : 'B'] as const,
    );
    expect(play(frames)).toEqual(['B@0', 'A@80']);
  });

  it('forgets a code that was not welcome, so that it counts later', () => {
    expect(
      play([
        [0, 'A', false],
        [100, 'A', false],
        [200, 'A', true],
      ]),
    ).toEqual(['A@200']);
  });

  it('keeps a counted code in mind while it is not welcome', () => {
    const frames = Array.from(
      { length: 50 },
      (_, frame) => [frame * 200, 'A', frame === 0] as const,
    );
    expect(play([...frames, [10_000, 'A', true]])).toEqual(['A@0']);
  });

  it('holds no text once nothing is in view', () => {
    const { seen } = observeCode([{ text: 'A', lastSeenMs: 0 }], {
      text: undefined,
      nowMs: 1_500,
      rearmMs: 1_500,
      isWelcome: true,
    });
    expect(seen).toEqual([]);
  });
});
