import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { screenWords } from '../../renderer/screens/screen-words.ts';
import { type Answer, initialState, type KioskState } from '../../renderer/state/kiosk-state.ts';
import { catalogues, nameStaffedWindow, startTexts } from '../../renderer/text/start-texts.ts';
import { PLAIN_TERMINAL } from './sample-verdict.ts';

const UNDECIDED: Answer['content'] = { kind: 'check-failed', code: 'internal-error' };

/** What a visitor reads when the terminal could not check. */
function nextStep(language: 'zh-CN' | 'en'): string {
  const answer = {
    scan: 1,
    shownAtMs: 0,
    endsAtMs: 1,
    isGradeUncovered: false,
    slip: 'none',
  } as const;
  const state: KioskState = {
    ...initialState(PLAIN_TERMINAL),
    visit: { step: 'answered', answer: { ...answer, content: UNDECIDED } },
  };
  const words = screenWords(state, i18next.getFixedT(language));
  return words.nextStep.replaceAll('\u200B', '');
}

beforeAll(() => startTexts('zh-CN'));
afterEach(() => nameStaffedWindow(''));

describe('the window that helps', () => {
  it('is any staffed one where the settings name none', () => {
    expect(nextStep('zh-CN')).toBe('请到人工窗口协助，业务照常办理');
    expect(nextStep('en')).toBe('Please ask at a staffed window. You will be served as usual.');
  });

  it('is named by its number in every language', () => {
    nameStaffedWindow('12');
    expect(nextStep('zh-CN')).toBe('请到12 号窗口协助，业务照常办理');
    expect(nextStep('en')).toBe('Please ask at window 12. You will be served as usual.');
  });

  it('is named in the words of the settings', () => {
    nameStaffedWindow('二楼咨询台');
    expect(nextStep('zh-CN')).toBe('请到二楼咨询台协助，业务照常办理');
  });

  it('is what every text means that sends people to a staffed window', () => {
    const texts = JSON.stringify([catalogues['zh-CN'], catalogues.en]);
    expect(texts.match(/人工窗口|staffed window/g)).toEqual(['人工窗口', 'staffed window']);
  });
});
