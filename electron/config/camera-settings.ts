import * as v from 'valibot';
import {
  CAMERA_PLACES,
  CameraSettingsSchema,
  DEFAULT_CAMERA_SETTINGS,
} from '../../shared/ipc/camera-settings.ts';
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
  cameraPlace: setting({
    schema: v.picklist(CAMERA_PLACES),
    fallback: 'unknown',
    title: { 'zh-CN': '摄像头位置', en: 'Camera place' },
    about: {
      'zh-CN':
        '摄像头在屏幕的哪一侧（上、下、左、右），扫描页据此用文字和图示引导；unknown 为不提示',
      en: 'On which side of the screen the camera sits; the scanner page says and draws it, `unknown` leaves it unsaid',
    },
  }),
} as const;
