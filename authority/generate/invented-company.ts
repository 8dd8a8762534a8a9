import type { ShanghaiDay } from '../../shared/time.ts';
import type { Company } from '../store/credit-record.ts';
import { inventedCode } from './invented-code.ts';
import type { SeededRandom } from './seeded-random.ts';

const FIRST = [
  '云',
  '晨',
  '启',
  '澄',
  '松',
  '嘉',
  '瑞',
  '星',
  '禾',
  '远',
  '青',
  '泽',
  '明',
  '安',
] as const;
const SECOND = [
  '杉',
  '曜',
  '帆',
  '川',
  '岚',
  '和',
  '衡',
  '桥',
  '原',
  '港',
  '石',
  '木',
  '光',
  '野',
] as const;
const TRADE = [
  ...(['精密机械', '汽车零部件', '电子科技', '物流', '新材料', '医疗器械', '建筑工程'] as const),
  ...(['食品', '软件', '环保设备', '纺织', '包装', '商贸', '餐饮管理'] as const),
] as const;
const FORM = ['有限公司', '有限公司', '有限公司', '股份有限公司', '合伙企业'] as const;

const YEAR_DAYS = 365;
const SHARE_OF_NEW_COMPANIES = 0.04;
const OLDEST_YEARS = 25;

/** Which company to invent: see `inventedCode`, and the day up to which companies were registered. */
export interface CompanySource {
  readonly index: number;
  readonly offset: number;
  readonly asOf: ShanghaiDay;
}

/**
 * An invented company: its name says that it is a sample (样例), so that it cannot be a real
 * company's by accident.
 */
export function inventedCompany(
  { index, offset, asOf }: CompanySource,
  random: SeededRandom,
): Company {
  const code = inventedCode(index, offset);
  const words = `${random.pick(FIRST)}${random.pick(SECOND)}${random.pick(FIRST)}`;
  const name = `上海${words}样例${random.pick(TRADE)}${random.pick(FORM)}`;
  const years = random.chance(SHARE_OF_NEW_COMPANIES) ? 1 : OLDEST_YEARS;
  return { code, name, division: '310114', registered: asOf - random.below(years * YEAR_DAYS) };
}
