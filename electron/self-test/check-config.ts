import { describeProblem } from '../config/describe-problem.ts';
import { type SelfCheck, words } from './self-check.ts';

/** Whether every value of the configuration is in force as it was written. */
export const checkConfig: SelfCheck = {
  id: 'config',
  title: words('配置', 'Configuration'),
  run: async ({ configuration }) => {
    const { problems } = configuration.resolved();
    const [first] = problems;
    if (first === undefined) return { result: 'ok', detail: words('没有问题', 'No problems') };
    return {
      result: 'fail',
      detail: words(`${problems.length} 处问题：${describeProblem(first)}`, describeProblem(first)),
      advice: words('运行 --check-config 查看全部', 'Run --check-config to see them all'),
    };
  },
};
