import { type SelfCheck, words } from './self-check.ts';

/** The log of what the screen said: unbroken, and open for more. */
export const checkAudit: SelfCheck = {
  id: 'audit',
  title: words('核验日志', 'Log of verdicts'),
  run: async ({ audit }) => {
    const answer = await audit?.();
    if (answer === undefined) return { result: 'skip', detail: words('未检查', 'Not looked at') };
    if (answer.state === 'whole') {
      const detail = words(`完整，${answer.entries} 条`, `whole, ${answer.entries} entries`);
      return { result: 'ok', detail };
    }
    const detail = words(answer.detail, answer.detail);
    if (answer.state === 'not-writable') {
      return {
        result: 'fail',
        detail,
        advice: words('请清理磁盘或检查权限', 'Make room or check permissions'),
      };
    }
    return {
      result: 'fail',
      detail,
      advice: words('请保留日志并联系管理员', 'Keep the log and tell the administrator'),
    };
  },
};
