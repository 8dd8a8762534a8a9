import * as v from 'valibot';
import { setting } from './setting.ts';
import { Path, wholeNumber } from './value-schemas.ts';

/** How the program lives on its machine. */
export const MACHINE_SETTINGS = {
  dailyRestartHour: setting({
    schema: v.nullable(wholeNumber(0, 23)),
    fallback: null,
    title: { 'zh-CN': '每日重启时刻', en: 'Daily restart hour' },
    about: {
      'zh-CN': '公众终端每天在此整点后、无人使用时重启（本机时间）；null 为不重启',
      en: 'A kiosk restarts every day after this hour of local time, once nobody is at it; null: never',
    },
  }),
  restartBySupervisor: setting({
    schema: v.boolean(),
    fallback: false,
    title: { 'zh-CN': '由系统重启', en: 'Restart by supervisor' },
    about: {
      'zh-CN': '重启时以状态 75 结束，由 systemd 或 Shell Launcher 再次启动，而不自行启动',
      en: 'To restart, end with status 75 and be started again by systemd or Shell Launcher',
    },
  }),
  statusFile: setting({
    schema: Path,
    fallback: '',
    title: { 'zh-CN': '状态文件', en: 'Status file' },
    about: {
      'zh-CN': '供监控读取的 JSON 状态文件，不含个人信息；留空则为数据目录中的 status.json',
      en: 'JSON for monitoring, without personal data; empty: status.json in the user-data folder',
    },
  }),
} as const;
