import type { EpochSeconds } from '../../shared/time.ts';
import { shanghaiDayOf } from '../../shared/time.ts';
import type { CertificateStatus } from '../../shared/trust/status-list.ts';
import { type CertificateRequest, issueCertificate } from '../issue-certificate.ts';
import type { StatusListContent } from '../write-status-list.ts';
import { demoCompanyCode } from './company-code.ts';
import { DEMO_ISSUER, type DemoKeyName, type DemoKeys, YEAR } from './demo-office.ts';
import type { Sample } from './sample.ts';

/** The status list every sample is on, and one that is never published. */
export const DEMO_STATUS_LIST = `status/${DEMO_ISSUER}-1`;
const UNPUBLISHED_STATUS_LIST = `status/${DEMO_ISSUER}-9`;

const DAY = 86_400;

interface SamplePlan {
  readonly expected: Sample['expected'];
  readonly id?: string;
  readonly title: Sample['title'];
  readonly company: string;
  readonly grade?: string;
  readonly lists?: readonly string[];
  readonly key?: DemoKeyName;
  readonly status?: Exclude<CertificateStatus, 'valid'>;
  /** Seconds before now at which it was issued; a day unless given. */
  readonly issuedAgo?: number;
  readonly change?: (request: CertificateRequest) => CertificateRequest;
  /** What is done to the finished text. */
  readonly damage?: (text: string) => string;
}

// Every company is invented. One sample for each verdict a certificate can cause.
const PLANS: readonly SamplePlan[] = [
  {
    expected: 'green-channel',
    id: 'green-channel',
    title: { 'zh-CN': '可走绿色通道（A+，国密 SM2）', en: 'Green channel (A+, SM2)' },
    company: '上海云杉样例精密机械有限公司',
    grade: 'A+',
    lists: ['national', 'district'],
    key: 'certificate-sm2',
  },
  {
    expected: 'green-channel',
    id: 'green-channel-es256',
    title: { 'zh-CN': '可走绿色通道（A，ES256）', en: 'Green channel (A, ES256)' },
    company: '上海柏舟样例新能源科技有限公司',
    key: 'certificate-es256',
  },
  {
    expected: 'standard-service',
    title: { 'zh-CN': '证书有效，按普通流程办理（B）', en: 'Standard service (B)' },
    company: '上海青禾样例食品配送有限公司',
    grade: 'B',
  },
  {
    expected: 'expired',
    title: { 'zh-CN': '已过有效期', en: 'Expired' },
    company: '上海旧历样例文具有限公司',
    issuedAgo: 2 * YEAR,
  },
  {
    expected: 'not-yet-valid',
    title: { 'zh-CN': '尚未生效', en: 'Not yet in force' },
    company: '上海来年样例园艺有限公司',
    change: (request) => ({ ...request, notBefore: request.issuedAt + 300 * DAY }),
  },
  {
    expected: 'revoked',
    title: { 'zh-CN': '已撤销', en: 'Withdrawn' },
    company: '上海浮萍样例贸易有限公司',
    status: 'revoked',
  },
  {
    expected: 'suspended',
    title: { 'zh-CN': '已暂停', en: 'Suspended' },
    company: '上海驿站样例物流有限公司',
    status: 'suspended',
  },
  {
    expected: 'superseded',
    title: { 'zh-CN': '已更新', en: 'Replaced by a newer one' },
    company: '上海新篇样例印务有限公司',
    status: 'superseded',
  },
  {
    expected: 'bad-signature',
    title: { 'zh-CN': '签名不符', en: 'Signature does not match' },
    company: '上海镜像样例光学有限公司',
    damage: withOneSignatureCharacterChanged,
  },
  {
    expected: 'issuer-mismatch',
    title: { 'zh-CN': '签发机构不符', en: 'Issuer does not match the key' },
    company: '上海邻区样例建材有限公司',
    change: (request) => ({ ...request, issuer: '310115' }),
  },
  {
    expected: 'key-not-valid-at-issue',
    title: { 'zh-CN': '签发时密钥已停用', en: 'Key was no longer in use at issue' },
    company: '上海迟归样例五金有限公司',
    key: 'retired',
  },
  {
    expected: 'key-withdrawn',
    title: { 'zh-CN': '密钥已作废', en: 'Key withdrawn' },
    company: '上海失钥样例锁业有限公司',
    key: 'withdrawn',
  },
  {
    expected: 'key-use',
    title: { 'zh-CN': '密钥用途不符', en: 'Key not meant for certificates' },
    company: '上海错位样例家具有限公司',
    key: 'presentation',
  },
  {
    expected: 'malformed',
    title: { 'zh-CN': '内容不完整', en: 'Incomplete content' },
    company: '上海半程样例包装有限公司',
    damage: (text) => text.slice(0, -6),
  },
  {
    expected: 'presentation-expired',
    title: { 'zh-CN': '动态码已超时', en: 'On-screen code has run out' },
    company: '上海须臾样例钟表有限公司',
    key: 'presentation',
    issuedAgo: 3_600,
    change: (request) => ({ ...request, credit: { ...request.credit, presentation: 60 } }),
  },
  {
    expected: 'unknown-key',
    title: { 'zh-CN': '本机没有该签发密钥', en: 'Key unknown to this terminal' },
    company: '上海远客样例旅行社有限公司',
    key: 'unpublished',
  },
  {
    expected: 'unknown-grade',
    title: { 'zh-CN': '本机不认识该等级', en: 'Grade unknown to this terminal' },
    company: '上海新尺样例计量有限公司',
    grade: 'AAA',
  },
  {
    expected: 'status-unavailable',
    title: { 'zh-CN': '查不到证书状态', en: 'Status not available' },
    company: '上海未至样例快递有限公司',
    change: (request) => ({ ...request, status: { index: 1, list: UNPUBLISHED_STATUS_LIST } }),
  },
  {
    expected: 'unsupported-version',
    title: { 'zh-CN': '新版格式', en: 'Newer format' },
    company: '上海后浪样例软件有限公司',
    damage: (text) => text.replace('PCC1:', 'PCC2:'),
  },
];

/** Issues all sample certificates as of a moment. */
export function issueSampleCertificates(keys: DemoKeys, now: EpochSeconds): readonly Sample[] {
  return PLANS.map((plan, number): Sample => {
    const { text } = issueCertificate(requestOf(plan, number, now), keyOf(plan, keys));
    const { expected, id = expected, title } = plan;
    return { id, title, expected, text: plan.damage?.(text) ?? text };
  });
}

/** What the status list has to say about the samples: everything that is not simply valid, by index. */
export function sampleStatusExceptions(): StatusListContent['exceptions'] {
  return new Map(
    PLANS.flatMap(({ status }, number) =>
      status === undefined ? [] : [[statusIndexOf(number), status] as const],
    ),
  );
}

// Fixed, so that a list signed again later still speaks about the same samples.
function statusIndexOf(number: number): number {
  return 1_009 * (number + 1);
}

function keyOf(plan: SamplePlan, keys: DemoKeys) {
  return keys[plan.key ?? 'certificate-ed25519'].key;
}

function requestOf(plan: SamplePlan, number: number, now: EpochSeconds): CertificateRequest {
  const issuedAt = now - (plan.issuedAgo ?? DAY);
  const request: CertificateRequest = {
    issuer: DEMO_ISSUER,
    holderCode: demoCompanyCode(number + 1),
    issuedAt,
    expiresAt: issuedAt + YEAR,
    status: { index: statusIndexOf(number), list: DEMO_STATUS_LIST },
    credit: {
      holderName: plan.company,
      grade: plan.grade ?? 'A',
      evaluated: shanghaiDayOf(issuedAt) - 30,
      lists: plan.lists ?? [],
    },
  };
  return plan.change?.(request) ?? request;
}

// The last three characters carry two bytes of the signature; swapping one digit keeps them Base45.
function withOneSignatureCharacterChanged(text: string): string {
  const position = text.length - 6;
  const replacement = text.charAt(position) === '0' ? '1' : '0';
  return text.slice(0, position) + replacement + text.slice(position + 1);
}
