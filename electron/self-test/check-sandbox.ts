import { type SelfCheck, words } from './self-check.ts';

/** Chromium's sandbox keeps a page that was taken over inside its process. */
export const checkSandbox: SelfCheck = {
  id: 'sandbox',
  title: words('沙箱', 'Sandbox'),
  run: async ({ hasSwitch }) => {
    if (!hasSwitch('no-sandbox')) return { result: 'ok', detail: words('已启用', 'On') };
    return {
      result: 'fail',
      detail: words('以 --no-sandbox 启动', 'Started with --no-sandbox'),
      advice: words('请用普通账户运行并去掉此开关', 'Run under an ordinary account without it'),
    };
  },
};
