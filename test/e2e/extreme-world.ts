import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../../authority/default-policy.ts';
import {
  DEMO_ISSUER,
  demoIssuersDocument,
  openDemoKeys,
} from '../../authority/demo/demo-office.ts';
import { DEMO_STATUS_LIST } from '../../authority/demo/sample-certificates.ts';
import { issueCertificate } from '../../authority/issue-certificate.ts';
import { writeBundle } from '../../authority/write-bundle.ts';
import { shanghaiDayOf } from '../../shared/time.ts';
import type { Policy } from '../../shared/trust/policy.ts';

/** The most a screen has to hold: twelve services, and a company with the longest of names. */
export interface ExtremeWorld {
  readonly bundleFolder: string;
  /** The certificate of a company with a name of sixty characters. */
  readonly text: string;
}

const NAMES: readonly (readonly [string, string])[] = [
  ['企业登记注册', 'Company registration'],
  ['食品经营许可', 'Food business licence'],
  ['建筑工程施工许可', 'Construction permit'],
  ['产业扶持资金申报', 'Industry support funds'],
  ['道路货物运输经营许可', 'Road freight operating licence'],
  ['第二类医疗器械经营备案', 'Filing for class II medical devices'],
  ['人力资源服务许可', 'Human resources service permit'],
  ['高新技术企业认定', 'High-tech enterprise recognition'],
  ['排水许可', 'Drainage permit'],
  ['公共场所卫生许可', 'Public places hygiene permit'],
  ['户外招牌设施设置', 'Outdoor sign installation'],
  ['不动产登记', 'Real estate registration'],
];

const LONG_NAME =
  '上海嘉定国际汽车城新能源智能网联汽车关键零部件与先进制造技术联合研究开发及产业化推广应用服务示范基地样例管理有限责任公司';

/** Signs a bundle with the demo office's keys beside the demo world. */
export function makeExtremeWorld(demoFolder: string, now: number): ExtremeWorld {
  const keys = openDemoKeys(join(demoFolder, 'keys'), now);
  const bundleFolder = join(demoFolder, 'extreme-bundle');
  const policy = defaultPolicy('demo', 1);
  writeBundle(bundleFolder, {
    issuers: demoIssuersDocument(keys, 1),
    policy: { ...policy, services: NAMES.map((name, index) => serviceOf(policy, name, index)) },
    statusLists: new Map(),
  });
  cpSync(join(demoFolder, 'bundle/status'), join(bundleFolder, 'status'), { recursive: true });
  const issuedAt = now - 86_400;
  const { text } = issueCertificate(
    {
      ...{ issuer: DEMO_ISSUER, holderCode: '91310114MA1GT0B8XN', issuedAt },
      expiresAt: issuedAt + 300 * 86_400,
      status: { index: 77, list: DEMO_STATUS_LIST },
      credit: {
        ...{ holderName: LONG_NAME, grade: 'A', lists: [] },
        evaluated: shanghaiDayOf(issuedAt) - 30,
      },
    },
    keys['certificate-sm2'].key,
  );
  return { bundleFolder, text };
}

function serviceOf(policy: Policy, [zh, en]: readonly [string, string], index: number) {
  const { greenChannel, perks } = policy.services[0] ?? { greenChannel: { grades: [] }, perks: [] };
  return {
    ...{ id: `service-${index}`, name: { 'zh-CN': zh, en }, halls: ['*'], perks },
    greenChannel: index < 9 ? greenChannel : { ...greenChannel, anyOfLists: ['national'] },
    window: String(index + 3),
  };
}
