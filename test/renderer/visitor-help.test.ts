import { describe, expect, it } from 'vitest';
import { isGradeCovered } from '../../renderer/screens/covered-grade.ts';
import { judgeTyping } from '../../renderer/screens/pages/judge-typing.ts';
import { chooseVoice } from '../../renderer/speech/choose-voice.ts';
import { initialState, type KioskState } from '../../renderer/state/kiosk-state.ts';
import { reduceKiosk } from '../../renderer/state/reduce-kiosk.ts';
import { formatAge } from '../../renderer/text/format.ts';
import type { ShownPolicy } from '../../shared/ipc/policy-verbs.ts';
import { GREEN_CHANNEL, PLAIN_TERMINAL } from './sample-verdict.ts';

describe('a typed code', () => {
  it('is judged with every key', () => {
    expect(judgeTyping('')).toEqual({ kind: 'remaining', remaining: 18 });
    expect(judgeTyping('91310114MA1GT0B8X')).toMatchObject({ kind: 'expected' });
    const wholly = judgeTyping('91310114MA1GT0B8X');
    const character = wholly.kind === 'expected' ? wholly.character : '';
    expect(judgeTyping(`91310114MA1GT0B8X${character}`)).toEqual({ kind: 'fits' });
    expect(judgeTyping(`91310114MA1GT0B8X${character === '0' ? '1' : '0'}`)).toEqual({
      kind: 'doesNotFit',
    });
  });
});

describe('the voice', () => {
  const voice = (lang: string, localService = true) => ({ lang, localService });

  it('is one of this machine that speaks the language', () => {
    const voices = [voice('en-US'), voice('zh-HK'), voice('zh-TW'), voice('zh_CN'), voice('cmn')];
    expect(chooseVoice(voices, 'zh-CN')?.lang).toBe('zh_CN');
    expect(chooseVoice([voice('zh-HK'), voice('zh-TW')], 'zh-CN')?.lang).toBe('zh-TW');
    expect(chooseVoice(voices, 'en')?.lang).toBe('en-US');
  });

  it('is never one that speaks over a network, nor one of another language', () => {
    expect(chooseVoice([voice('zh-CN', false)], 'zh-CN')).toBeUndefined();
    expect(chooseVoice([voice('en-US'), voice('zh-HK')], 'zh-CN')).toBeUndefined();
  });
});

describe('a covered grade', () => {
  const name = { 'zh-CN': '', en: '' };
  const scale = ['A+', 'A', 'B', 'C', 'D'].map((code, index) => ({
    ...{ code, name },
    rank: index + 1,
    meaning: name,
  }));
  const policy: ShownPolicy = {
    ...{ version: 1, domain: 'production', scale, services: [], contact: name },
  };

  function shown(grade: string, hideLowGradesInPublic: boolean): KioskState {
    const start = initialState({ ...PLAIN_TERMINAL, hideLowGradesInPublic });
    if (GREEN_CHANNEL.outcome !== 'accepted') throw new Error('the sample has changed');
    const certificate = { ...GREEN_CHANNEL.certificate, grade };
    const verdict = { ...GREEN_CHANNEL, certificate };
    const checking = reduceKiosk(start, { type: 'check-started', scan: 1, nowMs: 0 });
    const content = { kind: 'verdict', verdict } as const;
    return reduceKiosk(checking, { type: 'check-answered', scan: 1, content, nowMs: 0 });
  }

  it('is one of the two lowest, and only where the terminal is set so', () => {
    const covered = scale.filter(({ code }) => isGradeCovered(shown(code, true), policy));
    expect(covered.map(({ code }) => code)).toEqual(['C', 'D']);
    expect(isGradeCovered(shown('D', false), policy)).toBe(false);
    // Without a scale the terminal does not know which are low.
    expect(isGradeCovered(shown('A', true), undefined)).toBe(true);
  });

  it('is seen once the visitor asks, and covered again for the next', () => {
    const asked = reduceKiosk(shown('D', true), { type: 'grade-uncovered' });
    expect(isGradeCovered(asked, policy)).toBe(false);
    const next = reduceKiosk(asked, { type: 'check-started', scan: 2, nowMs: 0 });
    const content = asked.visit.step === 'answered' ? asked.visit.answer.content : undefined;
    if (content === undefined) throw new Error('the answer is gone');
    const again = reduceKiosk(next, { type: 'check-answered', scan: 2, content, nowMs: 0 });
    expect(isGradeCovered(again, policy)).toBe(true);
  });
});

describe('the age of data', () => {
  it('is said in its largest unit', () => {
    expect(formatAge(2.9 * 86_400, 'zh-CN')).toBe('2天');
    expect(formatAge(5 * 3_600, 'en')).toBe('5 hours');
    expect(formatAge(90, 'en')).toBe('1 minute');
  });
});
