import { dataAges, judgeFreshness } from '../../shared/trust/freshness.ts';
import { type Finding, type SelfCheck, words } from './self-check.ts';

const SYNC = words(
  '请检查网络并立即同步，或从 U 盘导入',
  'Check the network and synchronise now, or import from a USB drive',
);

/** How old the data is, by the limits of the signed policy. */
export const checkTrustAge: SelfCheck = {
  id: 'trust-age',
  title: words('数据时效', 'Age of the data'),
  run: async ({ trust, clock }): Promise<Finding> => {
    const bundle = trust();
    if (bundle === undefined) return { result: 'skip', detail: words('没有数据', 'No data') };
    const now = clock.now();
    const ages = dataAges(bundle, now);
    const hours = Math.floor(Math.max(ages.issuers, ages.policy, ages.status) / 3_600);
    const detail = words(`最旧的数据为 ${hours} 小时前`, `The oldest data is ${hours} h old`);
    switch (judgeFreshness(bundle, now)) {
      case 'fresh':
        return { result: 'ok', detail };
      case 'ageing':
      case 'no-green-channel':
        return { result: 'warn', detail, advice: SYNC };
      case 'too-old':
        return { result: 'fail', detail, advice: SYNC };
    }
  },
};
