import { describe, expect, it } from 'vitest';
import { chosenDevice } from '../../renderer/scan/camera-choice.ts';
import { createKeepUpJudge } from '../../renderer/scan/keep-up.ts';

const FRONT = { deviceId: 'a', label: 'Front camera' };
const DESK = { deviceId: 'b', label: 'Desk scanner' };

describe('the chosen camera', () => {
  it('is found by its id', () => {
    expect(chosenDevice([FRONT, DESK], { id: 'b', label: 'renamed' })).toBe(DESK);
  });

  it('is found by its label when its id is another', () => {
    expect(chosenDevice([FRONT, DESK], { id: 'old', label: 'Desk scanner' })).toBe(DESK);
  });

  it('is none when there is no choice, it is not there, or its label names two', () => {
    expect(chosenDevice([FRONT, DESK], undefined)).toBeUndefined();
    expect(chosenDevice([FRONT], { id: 'b', label: 'Desk scanner' })).toBeUndefined();
    const twin = { deviceId: 'c', label: 'Desk scanner' };
    expect(chosenDevice([DESK, twin], { id: 'old', label: 'Desk scanner' })).toBeUndefined();
  });

  it('is none while names are hidden, before the camera was allowed', () => {
    expect(chosenDevice([{ deviceId: '', label: '' }], { id: '', label: '' })).toBeUndefined();
  });
});

describe('keeping up', () => {
  const judge = (times: (index: number) => number, frames: number) => {
    const keepsUp = createKeepUpJudge();
    return Array.from({ length: frames }, (_, index) => keepsUp(times(index))).every(Boolean);
  };

  it('is not doubted for slow frames now and then, or for a slow start', () => {
    expect(judge((index) => (index % 3 === 0 ? 200 : 20), 1_000)).toBe(true);
    expect(judge((index) => (index < 40 ? 200 : 20), 1_000)).toBe(true);
  });

  it('fails when most frames take too long', () => {
    expect(judge(() => 90, 89)).toBe(true);
    expect(judge(() => 90, 90)).toBe(false);
  });
});
