import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { screenWords } from '../../renderer/screens/screen-words.ts';
import type { Hint } from '../../renderer/state/attention.ts';
import { initialState, type KioskState } from '../../renderer/state/kiosk-state.ts';
import { startTexts } from '../../renderer/text/start-texts.ts';
import type { CameraPlace } from '../../shared/ipc/camera-settings.ts';
import { PLAIN_TERMINAL } from './sample-verdict.ts';

function nextStep(cameraPlace: CameraPlace, hint: Hint, language: 'zh-CN' | 'en'): string {
  const state = initialState({ ...PLAIN_TERMINAL, cameraPlace });
  const live: KioskState = {
    ...state,
    camera: { status: 'live' },
    attention: { ...state.attention, hint },
  };
  return screenWords(live, i18next.getFixedT(language)).nextStep.replaceAll(/[\u200B\u2060]/g, '');
}

beforeAll(() => startTexts('zh-CN'));

describe('the place of the camera', () => {
  it('is said with how the phone is held', () => {
    expect(nextStep('above', 'none', 'zh-CN')).toMatch(/^手机屏幕朝向屏幕上方的摄像头/);
    expect(nextStep('left', 'none', 'en')).toMatch(
      /^Hold the phone to the camera left of the screen, 10/,
    );
    expect(nextStep('below', 'placement', 'zh-CN')).toMatch(/^手机屏幕朝向屏幕下方的摄像头/);
  });

  it('is left unsaid where it is not known, and where it is not the matter', () => {
    expect(nextStep('unknown', 'none', 'zh-CN')).toMatch(/^手机屏幕朝向摄像头/);
    expect(nextStep('above', 'light', 'zh-CN')).not.toContain('屏幕上方');
    expect(nextStep('above', 'type-in', 'en')).not.toContain('above the screen');
  });
});
