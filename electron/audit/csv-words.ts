import type { LaterStatus } from '../../shared/ipc/audit-verbs.ts';
import type { ScanSource } from '../../shared/ipc/scan-source.ts';
import type { Outcome, VerdictCode } from '../../shared/verify/verdict.ts';
import { VERDICT_WORDS } from '../command-line/words.ts';

/** What the columns and cells of an exported history say, in one language. */
export interface CsvWords {
  readonly fileName: string;
  readonly columns: Readonly<Record<CsvColumn, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly codes: Readonly<Record<VerdictCode, string>>;
  readonly sources: Readonly<Record<ScanSource, string>>;
  readonly later: Readonly<Record<LaterStatus, string>>;
  readonly training: string;
}

/** In the order in which they stand in the table. */
export const CSV_COLUMNS = [
  'sequence',
  'time',
  'outcome',
  'verdict',
  'grade',
  'companyCode',
  'companyName',
  'source',
  'desk',
  'training',
  'notes',
  'later',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

const zhCN: CsvWords = {
  fileName: '核验记录',
  columns: {
    sequence: '序号',
    time: '时间（北京时间）',
    outcome: '结果',
    verdict: '说明',
    grade: '等级',
    companyCode: '统一社会信用代码',
    companyName: '企业名称',
    source: '来源',
    desk: '台号',
    training: '培训',
    notes: '备注',
    later: '事后得知',
  },
  outcomes: {
    accepted: '证书有效',
    refused: '证书不能采用',
    undecided: '本机暂不能判断',
    'not-a-certificate': '其他二维码',
  },
  codes: {
    'green-channel': '可走绿色通道',
    'standard-service': '按普通流程办理',
    expired: '已过有效期',
    'not-yet-valid': '尚未生效',
    revoked: '已停止使用',
    suspended: '暂停使用',
    superseded: '已有更新的证书',
    'bad-signature': '未能确认真实性',
    'issuer-mismatch': '未能确认签发机关',
    'key-not-valid-at-issue': '未能确认签发时间',
    'key-withdrawn': '需要重新签发',
    'key-use': '未能确认签发方式',
    malformed: '未能读懂内容',
    'presentation-expired': '屏幕二维码已超时',
    'unknown-key': '本机尚未收到该签发密钥',
    'unknown-grade': '本机尚未收到该等级标准',
    'trust-missing': '本机没有核验数据',
    'trust-too-old': '本机数据待更新',
    'status-unavailable': '本机暂不能确认证书状态',
    'clock-implausible': '本机时间待校准',
    'unsupported-version': '本机尚不支持新版证书',
    'not-a-certificate': '不是公共信用电子证书',
  },
  sources: {
    camera: '摄像头',
    wedge: '扫码枪',
    typed: '手工输入',
    pasted: '粘贴',
    file: '文件',
  },
  later: { revoked: '后已停止使用', suspended: '后已暂停使用', superseded: '后有更新的证书' },
  training: '是',
};

const en: CsvWords = {
  fileName: 'verification-history',
  columns: {
    sequence: 'Number',
    time: 'Time (Beijing)',
    outcome: 'Outcome',
    verdict: 'Verdict',
    grade: 'Grade',
    companyCode: 'Unified social credit code',
    companyName: 'Company',
    source: 'Source',
    desk: 'Desk',
    training: 'Training',
    notes: 'Notes',
    later: 'Learnt later',
  },
  outcomes: {
    accepted: 'valid',
    refused: 'not usable',
    undecided: 'cannot decide here',
    'not-a-certificate': 'another code',
  },
  codes: VERDICT_WORDS,
  sources: {
    camera: 'camera',
    wedge: 'scanner',
    typed: 'typed',
    pasted: 'pasted',
    file: 'file',
  },
  later: {
    revoked: 'revoked since',
    suspended: 'suspended since',
    superseded: 'replaced since',
  },
  training: 'yes',
};

export const CSV_WORDS: Readonly<Record<'zh-CN' | 'en', CsvWords>> = { 'zh-CN': zhCN, en };
