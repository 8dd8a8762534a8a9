import { CameraSettingsSchema, DEFAULT_CAMERA_SETTINGS } from '../../shared/ipc/camera-settings.ts';
import { setting } from './setting.ts';

/** Which camera, how it is mounted, and what is asked of it. */
export const CAMERA_SETTINGS = {
  camera: setting({
    schema: CameraSettingsSchema,
    fallback: DEFAULT_CAMERA_SETTINGS,
    title: { 'zh-CN': '摄像头', en: 'Camera' },
    about: {
      'zh-CN': '使用哪个摄像头、如何安装及其参数，见下文',
      en: 'Which camera, how it is mounted and what is asked of it, see below',
    },
  }),
} as const;
