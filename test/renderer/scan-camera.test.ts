import { describe, expect, it } from 'vitest';
import { chosenDevice } from '../../renderer/scan/camera-choice.ts';
import { tuningFor } from '../../renderer/scan/camera-tuning.ts';
import { croppedRegion } from '../../renderer/scan/crop-picture.ts';
import { createKeepUpJudge } from '../../renderer/scan/keep-up.ts';
import { DEFAULT_CAMERA_SETTINGS } from '../../shared/ipc/camera-settings.ts';

const FRONT = { deviceId: 'a', label: 'Front camera' };
const DESK = { deviceId: 'b', label: 'Desk scanner' };

describe('the chosen camera', () => {
  it('is found by its id', () => {
    expect(chosenDevice([FRONT, DESK], { deviceId: 'b', deviceLabel: 'renamed' })).toBe(DESK);
  });

  it('is found by its label when its id is another', () => {
    expect(chosenDevice([FRONT, DESK], { deviceId: 'old', deviceLabel: 'Desk scanner' })).toBe(
      DESK,
    );
  });

  it('is none when there is no choice, it is not there, or its label names two', () => {
    expect(chosenDevice([FRONT, DESK], { deviceId: '', deviceLabel: '' })).toBeUndefined();
    expect(chosenDevice([FRONT], { deviceId: 'b', deviceLabel: 'Desk scanner' })).toBeUndefined();
    const twin = { deviceId: 'c', label: 'Desk scanner' };
    expect(
      chosenDevice([DESK, twin], { deviceId: 'old', deviceLabel: 'Desk scanner' }),
    ).toBeUndefined();
  });

  it('is none while names are hidden, before the camera was allowed', () => {
    expect(
      chosenDevice([{ deviceId: '', label: '' }], { deviceId: '', deviceLabel: '' }),
    ).toBeUndefined();
  });
});

describe('what a camera is told', () => {
  const settings = {
    ...DEFAULT_CAMERA_SETTINGS,
    exposureCompensation: -3,
    focusDistance: 0.3,
    torch: true,
  };

  it('is nothing it does not offer', () => {
    expect(tuningFor(settings, { torch: false })).toEqual({});
  });

  it('is what the settings say, within what it can do', () => {
    const range = { min: -2, max: 2, step: 0.5 };
    expect(tuningFor(settings, { torch: true, exposureCompensation: range })).toEqual({
      exposureCompensation: -2,
      torch: true,
    });
    expect(tuningFor(settings, { torch: false, focusDistance: { ...range, min: 0.1 } })).toEqual({
      focusMode: 'manual',
      focusDistance: 0.3,
    });
  });

  it('is nothing while the settings leave it to itself', () => {
    const range = { min: -2, max: 2, step: 0.5 };
    const all = { torch: true, exposureCompensation: range, focusDistance: range };
    expect(tuningFor(DEFAULT_CAMERA_SETTINGS, all)).toEqual({});
  });
});

describe('the cropped picture', () => {
  const size = { width: 1_280, height: 720 };

  it('is the whole one without margins', () => {
    const region = croppedRegion(size, DEFAULT_CAMERA_SETTINGS.crop);
    expect(region).toEqual({ left: 0, top: 0, width: 1_280, height: 720 });
  });

  it('leaves out each side what it is to leave out', () => {
    const region = croppedRegion(size, { left: 0.1, top: 0.2, right: 0.3, bottom: 0.4 });
    expect(region).toEqual({ left: 128, top: 144, width: 768, height: 288 });
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
