import { DEFAULT_WEDGE_SETTINGS, WedgeSettingsSchema } from '../../shared/ipc/wedge-settings.ts';
import { setting } from './setting.ts';

/** The hand scanner that types. */
export const WEDGE_SETTINGS = {
  wedge: setting({
    schema: WedgeSettingsSchema,
    fallback: DEFAULT_WEDGE_SETTINGS,
    title: { 'zh-CN': '扫码枪', en: 'Hand scanner' },
    about: {
      'zh-CN': '键盘式扫码枪的前缀、后缀与间隔，见下文',
      en: 'Prefix, suffix and pauses of a scanner that types, see below',
    },
  }),
} as const;
