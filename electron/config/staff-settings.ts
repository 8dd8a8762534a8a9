import * as v from 'valibot';
import { SLIP_PAPERS } from '../../shared/ipc/desk-verbs.ts';
import { FirstSetupSchema } from '../../shared/ipc/first-setup.ts';
import { setting } from './setting.ts';
import { ShortText } from './value-schemas.ts';

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
  printerName: setting({
    schema: v.pipe(v.string(), v.maxLength(256)),
    fallback: '',
    title: { 'zh-CN': '打印机', en: 'Printer' },
    about: {
      'zh-CN': '打印凭条所用打印机在系统中的名称，核验台不再询问、直接打印；留空则核验台每次询问',
      en: 'The system’s name of the printer for slips, on which a desk prints without asking; empty: a desk asks each time',
    },
  }),
  visitorSlip: setting({
    schema: v.picklist(['none', ...SLIP_PAPERS]),
    fallback: 'none',
    title: { 'zh-CN': '访客凭条', en: 'Visitor slip' },
    about: {
      'zh-CN': '来访者可在公众终端打印凭条的纸张；需设置打印机，none 为不提供',
      en: 'Paper of the slip a visitor can print at a kiosk; needs a printer, `none` offers no slip',
    },
  }),
  slipNote: setting({
    schema: ShortText,
    fallback: '',
    title: { 'zh-CN': '凭条附言', en: 'Slip note' },
    about: {
      'zh-CN': '印在凭条末尾的一行字，例如大厅地址或咨询电话',
      en: 'A line at the foot of each slip, such as the hall’s address or telephone',
    },
  }),
  firstSetup: setting({
    schema: FirstSetupSchema,
    fallback: {},
    title: { 'zh-CN': '首次设置', en: 'First set-up' },
    about: {
      'zh-CN':
        '首次设置中已完成（done）或已跳过（skipped）的步骤，由员工菜单记下；由管理员写入后（{} 亦可），菜单不再提示',
      en: 'Steps of the first set-up that are `done` or `skipped`, noted by the staff menu; set by an administrator, be it as `{}`, the menu no longer asks for it',
    },
  }),
  exchangeFolders: setting({
    schema: v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))),
      v.maxLength(10),
    ),
    fallback: [],
    title: { 'zh-CN': '交换目录', en: 'Exchange folders' },
    about: {
      'zh-CN': '除 U 盘外，员工菜单中用于导入和导出的目录',
      en: 'Folders the staff menu offers for import and export besides USB drives',
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
