import type { Freshness, Policy } from '../shared/trust/policy.ts';

/**
 * The policy a district starts with: the five grades of its scale and a hall's usual services.
 * It is data the office edits and signs; the kiosk has no opinion of its own.
 */

const DAY = 86_400;

const KEYS_AND_POLICY: Freshness = {
  noticeAfter: 7 * DAY,
  noGreenChannelAfter: 30 * DAY,
  refuseAfter: 90 * DAY,
};

// Withdrawals have to arrive sooner than anything else.
const STATUS: Freshness = {
  noticeAfter: DAY,
  noGreenChannelAfter: 7 * DAY,
  refuseAfter: 30 * DAY,
};

const SCALE: Policy['scale'] = [
  {
    code: 'A+',
    rank: 1,
    name: { 'zh-CN': '标杆', en: 'Exemplary' },
    meaning: {
      'zh-CN': '近五年无公共信用负面记录，且列入国家守信激励名单或市、区重点扶持名单',
      en: 'No negative public credit record within five years, and on the national incentive list or a city or district key support list',
    },
  },
  {
    code: 'A',
    rank: 2,
    name: { 'zh-CN': '优秀', en: 'Excellent' },
    meaning: {
      'zh-CN': '评价期内无计入的公共信用负面记录',
      en: 'No negative public credit record counted in the period under review',
    },
  },
  {
    code: 'B',
    rank: 3,
    name: { 'zh-CN': '良好', en: 'Good' },
    meaning: {
      'zh-CN': '仅有轻微记录，且均已改正',
      en: 'Minor records only, all of them corrected',
    },
  },
  {
    code: 'C',
    rank: 4,
    name: { 'zh-CN': '一般', en: 'Fair' },
    meaning: { 'zh-CN': '仍有计入的一般记录', en: 'Ordinary records still counted' },
  },
  {
    code: 'D',
    rank: 5,
    name: { 'zh-CN': '较差', en: 'Poor' },
    meaning: { 'zh-CN': '有计入的严重记录', en: 'Serious records counted' },
  },
];

const SERVICES: Policy['services'] = [
  {
    id: 'company-registration',
    name: { 'zh-CN': '企业登记注册', en: 'Company registration' },
    halls: ['*'],
    greenChannel: { grades: ['A+', 'A'] },
    perks: [
      { 'zh-CN': '优先叫号', en: 'Called first' },
      { 'zh-CN': '容缺受理：次要材料可后补', en: 'Accepted now, minor papers may follow' },
    ],
    window: '3',
  },
  {
    id: 'food-licence',
    name: { 'zh-CN': '食品经营许可', en: 'Food business licence' },
    halls: ['*'],
    greenChannel: { grades: ['A+', 'A'] },
    perks: [{ 'zh-CN': '告知承诺，当场发证', en: 'Issued at once on a written promise' }],
    window: '5',
  },
  {
    id: 'construction-permit',
    name: { 'zh-CN': '建筑工程施工许可', en: 'Construction permit' },
    halls: ['*'],
    greenChannel: { grades: ['A+', 'A'], maxEvaluationAgeDays: 400 },
    perks: [{ 'zh-CN': '承诺制审批，时限缩短', en: 'Approved on promise, in less time' }],
    window: '8',
  },
  {
    id: 'industry-support',
    name: { 'zh-CN': '产业扶持资金申报', en: 'Industry support funds' },
    halls: ['*'],
    greenChannel: { grades: ['A+'], anyOfLists: ['national', 'city', 'district'] },
    perks: [{ 'zh-CN': '专人帮办，免交信用证明', en: 'A named helper, no credit proof needed' }],
    window: '12',
  },
];

/** A complete policy for a domain. */
export function defaultPolicy(domain: Policy['domain'], version: number): Policy {
  return {
    version,
    domain,
    scale: SCALE,
    services: SERVICES,
    freshness: { issuers: KEYS_AND_POLICY, policy: KEYS_AND_POLICY, status: STATUS },
    contact: {
      'zh-CN': '信用服务窗口 · 市民服务热线 12345',
      en: "Credit desk, citizens' hotline 12345",
    },
  };
}
