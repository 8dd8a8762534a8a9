import { type SelfCheck, words } from './self-check.ts';

/** Without verified data nothing can be decided; with demo data nothing real is. */
export const checkTrust: SelfCheck = {
  id: 'trust',
  title: words('核验数据', 'Trust data'),
  run: async ({ trust }) => {
    const bundle = trust();
    if (bundle === undefined) {
      return {
        result: 'fail',
        detail: words('本机没有核验数据', 'This terminal holds none'),
        advice: words('请同步，或从 U 盘导入', 'Synchronise, or import from a USB drive'),
      };
    }
    const { issuersVersion, policy, statusLists, leftOut } = bundle;
    const detail = words(
      `密钥 ${issuersVersion} · 政策 ${policy.version} · 名单 ${statusLists.size} 份`,
      `issuers ${issuersVersion}, policy ${policy.version}, ${statusLists.size} status lists`,
    );
    if (policy.domain === 'demo') {
      const advice = words('正式使用前请导入正式数据', 'Import production data before real use');
      return { result: 'warn', detail, advice };
    }
    if (leftOut.length > 0) {
      const advice = words(
        `有 ${leftOut.length} 项数据无法使用，详见日志`,
        `${leftOut.length} parts cannot be used; the log names them`,
      );
      return { result: 'warn', detail, advice };
    }
    return { result: 'ok', detail };
  },
};
