import { type SelfCheck, words } from './self-check.ts';

/** Whether the trust repository answers. */
export const checkRepository: SelfCheck = {
  id: 'repository',
  title: words('信任仓库', 'Trust repository'),
  run: async ({ configuration, repository }) => {
    const { repositoryUrl } = configuration.settings();
    if (repositoryUrl === '') {
      return {
        result: 'skip',
        detail: words('未配置仓库地址', 'No repository is configured'),
        advice: words('数据只能从 U 盘导入', 'Data can only be imported from a drive'),
      };
    }
    const { host } = new URL(repositoryUrl);
    const answer = await repository?.();
    switch (answer) {
      case undefined:
      case 'not-asked-yet':
        return { result: 'skip', detail: words(`${host} 尚未连接`, `${host} not asked yet`) };
      case 'answered':
        return { result: 'ok', detail: words(`${host} 已应答`, `${host} answers`) };
      default:
        return {
          result: 'fail',
          detail: words(`${host}：${answer}`, `${host}: ${answer}`),
          advice: words(
            '请检查网络、代理、防火墙和系统信任的证书',
            'Check network, proxy, firewall and the certificates this system trusts',
          ),
        };
    }
  },
};
