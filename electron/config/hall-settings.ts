import * as v from 'valibot';
import { setting } from './setting.ts';
import { Path, ShortText } from './value-schemas.ts';

/** What this terminal is and where it stands. */
export const HALL_SETTINGS = {
  mode: setting({
    schema: v.picklist(['kiosk', 'desk']),
    fallback: 'kiosk',
    title: { 'zh-CN': '运行方式', en: 'Mode' },
    about: {
      'zh-CN': 'kiosk 为公众自助终端，desk 为窗口工作台',
      en: '`kiosk` for visitors, `desk` for a counter clerk',
    },
  }),
  hallId: setting({
    schema: ShortText,
    fallback: '',
    title: { 'zh-CN': '大厅编号', en: 'Hall' },
    about: {
      'zh-CN': '本大厅在已签名政策中的编号；留空则列出所有大厅的服务',
      en: 'This hall as the signed policy names it; empty counts the services of all halls',
    },
  }),
  hallName: setting({
    schema: ShortText,
    fallback: '',
    title: { 'zh-CN': '大厅名称', en: 'Hall name' },
    about: { 'zh-CN': '显示在屏幕一角', en: 'Shown in the corner of the screen' },
  }),
  hallLogo: setting({
    schema: Path,
    fallback: '',
    title: { 'zh-CN': '大厅标志', en: 'Hall logo' },
    about: {
      'zh-CN': 'PNG 或 JPEG 文件，与大厅名称一同显示在屏幕上、印在凭条上，见下文',
      en: 'PNG or JPEG file, shown beside the hall’s name on screens and slips, see below',
    },
  }),
  language: setting({
    schema: v.picklist(['zh-CN', 'en']),
    fallback: 'zh-CN',
    title: { 'zh-CN': '默认语言', en: 'Language' },
    about: {
      'zh-CN': '每次服务开始时的语言',
      en: 'Language a visit starts with',
    },
  }),
} as const;
