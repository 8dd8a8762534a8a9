import * as v from 'valibot';
import { setting } from './setting.ts';
import { ShortText, wholeNumber } from './value-schemas.ts';

/** What the log of shown verdicts keeps, and for how long. */
export const AUDIT_SETTINGS = {
  terminalName: setting({
    schema: ShortText,
    fallback: '',
    title: { 'zh-CN': '终端名称', en: 'Terminal name' },
    about: {
      'zh-CN': '本终端或窗口工作台在日志和窗口标题中的名称，例如“窗口 12”',
      en: 'Name of this terminal or desk in its log and its window title, for example `Window 12`',
    },
  }),
  auditKeepsCompany: setting({
    schema: v.boolean(),
    fallback: false,
    title: { 'zh-CN': '记录完整企业信息', en: 'Keep company' },
    about: {
      'zh-CN': '窗口工作台的日志是否保留完整企业代码和名称；公众终端一律不保留',
      en: 'Whether a desk’s log keeps whole company codes and names; a kiosk’s never does',
    },
  }),
  auditRetentionDays: setting({
    schema: wholeNumber(1, 3_660),
    // The Cybersecurity Law (article 21) asks for at least six months of logs.
    fallback: 190,
    title: { 'zh-CN': '日志保留天数', en: 'Retention days' },
    about: {
      'zh-CN': '日志条目在多少天后删除',
      en: 'Days after which entries of the log are deleted',
    },
  }),
} as const;
