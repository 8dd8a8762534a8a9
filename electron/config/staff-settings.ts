import * as v from 'valibot';
import { setting } from './setting.ts';

/** What the staff menu needs, and what it can change. */
export const STAFF_SETTINGS = {
  staffPin: setting({
    schema: v.pipe(v.string(), v.regex(/^(?:|scrypt\$[\w+/=$.-]{1,300})$/)),
    fallback: '',
    isSecret: true,
    title: { 'zh-CN': '员工 PIN', en: 'Staff PIN' },
    about: {
      'zh-CN': '员工菜单 PIN 的慢散列值，由 --set-pin 或 --hash-pin 生成；未设置时终端拒绝全屏运行',
      en: 'Slow hash of the staff menu’s PIN, made by `--set-pin` or `--hash-pin`; without one the kiosk does not start on the whole screen',
    },
  }),
  outOfOrder: setting({
    schema: v.boolean(),
    fallback: false,
    title: { 'zh-CN': '暂停服务', en: 'Out of order' },
    about: {
      'zh-CN': '屏幕显示暂停服务，不再扫描',
      en: 'The screen says that the terminal is out of order, and nothing is scanned',
    },
  }),
} as const;
