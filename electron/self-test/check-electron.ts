import { type SelfCheck, words } from './self-check.ts';

/** The oldest major version that was still being mended when this program was released. */
const OLDEST_SUPPORTED = 43;

/** The version of Electron: older ones no longer get security fixes. */
export const checkElectron: SelfCheck = {
  id: 'electron',
  title: words('Electron 版本', 'Electron'),
  run: async ({ electron: version }) => {
    const detail = words(version, version);
    if (Number.parseInt(version, 10) >= OLDEST_SUPPORTED) return { result: 'ok', detail };
    const advice = words('仅供开发测试，请安装正式安装包', 'For tests only: install the release');
    return { result: 'warn', detail, advice };
  },
};
