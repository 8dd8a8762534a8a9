import * as v from 'valibot';
import { setting } from './setting.ts';
import { ShortText, wholeNumber } from './value-schemas.ts';

/** How a visit runs. */
export const VISIT_SETTINGS = {
  verdictSeconds: setting({
    // At least the 20 s in which a visitor can ask for more (WCAG 2.2.1) is the default's business;
    // a desk may want less.
    schema: wholeNumber(5, 600),
    fallback: 30,
    title: { 'zh-CN': '结果停留秒数', en: 'Verdict seconds' },
    about: {
      'zh-CN': '核验结果在屏幕上停留多久',
      en: 'How long a verdict stays',
    },
  }),
  foreignCodeSeconds: setting({
    schema: wholeNumber(3, 120),
    fallback: 8,
    title: { 'zh-CN': '其他二维码提示秒数', en: 'Foreign code seconds' },
    about: {
      'zh-CN': '扫到非证书二维码时，提示停留多久',
      en: 'How long the answer to a code that is no certificate stays',
    },
  }),
  soundVolume: setting({
    schema: wholeNumber(0, 100),
    fallback: 60,
    title: { 'zh-CN': '音量', en: 'Sound volume' },
    about: {
      'zh-CN': '提示音和语音的音量百分比，0 为静音',
      en: 'Loudness of sounds and spoken prompts in percent; 0 is silent',
    },
  }),
  hideLowGradesInPublic: setting({
    // Passers-by read screens.
    schema: v.boolean(),
    fallback: false,
    title: { 'zh-CN': '遮盖较低等级', en: 'Hide low grades' },
    about: {
      'zh-CN': '最低的两个等级先遮盖，来访者点按后才显示',
      en: 'The two lowest grades stay covered until the visitor asks to see them',
    },
  }),
  helpWindow: setting({
    schema: ShortText,
    fallback: '',
    title: { 'zh-CN': '求助窗口', en: 'Help window' },
    about: {
      'zh-CN': '离本终端最近的人工窗口，凡请来访者到人工窗口之处均写明；留空则只说人工窗口',
      en: 'Window nearest to this terminal, named wherever people are sent to a staffed one; empty: a staffed window',
    },
  }),
  rearmMilliseconds: setting({
    schema: wholeNumber(0, 10_000),
    fallback: 1_500,
    title: { 'zh-CN': '同码再扫间隔', en: 'Re-arm milliseconds' },
    about: {
      'zh-CN': '同一二维码离开画面多少毫秒后再次计为新的扫描',
      en: 'How long a code has to be out of view before it counts again',
    },
  }),
  presentedBeforeMinutes: setting({
    schema: wholeNumber(0, 1_440),
    fallback: 10,
    title: { 'zh-CN': '重复出示提示分钟数', en: 'Presented-before minutes' },
    about: {
      'zh-CN': '同一证书在多少分钟内再次出示时予以提示',
      en: 'Within which the same certificate is noted as shown before',
    },
  }),
} as const;
