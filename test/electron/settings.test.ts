import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../../electron/adapters/settings.ts';

describe('settings', () => {
  it('are the defaults when nothing is stored', () => {
    expect(parseSettings({})).toEqual({ settings: DEFAULT_SETTINGS, invalid: [] });
  });

  it('keep what is valid and replace only what is not', () => {
    const { settings, invalid } = parseSettings({
      hallId: 'jd-01',
      language: 'fr',
      verdictSeconds: -1,
      foreignCodeSeconds: '8',
      rearmMilliseconds: 2_000,
    });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, hallId: 'jd-01', rearmMilliseconds: 2_000 });
    expect(invalid).toEqual(['language', 'verdictSeconds', 'foreignCodeSeconds']);
  });

  it.each([null, 1.5, Number.NaN, 1e9, [], {}])('do not take %s for a number', (value) => {
    const { settings, invalid } = parseSettings({ verdictSeconds: value });
    expect(settings.verdictSeconds).toBe(DEFAULT_SETTINGS.verdictSeconds);
    expect(invalid).toEqual(['verdictSeconds']);
  });

  it.each([
    ['a rotation no bracket has', { rotation: 45 }],
    ['a crop that leaves nothing', { crop: { left: 0.5, top: 0, right: 0.5, bottom: 0 } }],
    ['a torch that is no yes or no', { torch: 'on' }],
  ])('leave the camera as it comes when they hold %s', (_name, change) => {
    const camera = { ...DEFAULT_SETTINGS.camera, rotation: 90, ...change };
    const { settings, invalid } = parseSettings({ camera });
    expect(settings.camera).toEqual(DEFAULT_SETTINGS.camera);
    expect(invalid).toEqual(['camera']);
  });

  it('ignore names nobody knows', () => {
    expect(parseSettings({ other: 1 }).settings).toEqual(DEFAULT_SETTINGS);
  });
});
