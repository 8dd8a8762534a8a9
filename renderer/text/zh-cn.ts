import type { Catalogue } from './catalogue.ts';
import { deskZhCN } from './desk/zh-cn.ts';
import { intakeZhCN } from './intake/zh-cn.ts';
import { phrases } from './phrases.ts';
import { staffZhCN } from './staff/zh-cn.ts';
import { STAFFED_WINDOW } from './staffed-window.ts';
import { visitorZhCN } from './visitor/zh-cn.ts';

const AT_DESK = phrases(`请到${STAFFED_WINDOW}，|业务照常办理`);
const ASK_AT_DESK = phrases(`请到${STAFFED_WINDOW}|协助，|业务照常办理`);
const OPEN_CERTIFICATE = phrases('请在随申办打开|“公共信用|电子证书”');
const OPEN_AGAIN = phrases('请在随申办|重新打开证书，|业务照常办理');
const FOREIGN_HEADLINE = phrases('这不是|公共信用|电子证书');

/** Simplified Chinese. Rules of wording: say what the machine could not do, never what the visitor did. */
export const zhCN: Catalogue = {
  staffedWindow: '人工窗口',
  hallLogo: '大厅标志',
  ...visitorZhCN,
  verdict: {
    'green-channel': { headline: '可走绿色通道', nextStep: '请到绿色通道窗口办理' },
    'standard-service': {
      headline: phrases('证书有效，|请按普通流程办理'),
      nextStep: phrases('请取普通号，|业务照常办理'),
    },
    expired: {
      headline: '证书已过有效期',
      nextStep: phrases('请在随申办|刷新后再试，|业务照常办理'),
    },
    'not-yet-valid': {
      headline: '证书尚未生效',
      nextStep: phrases('生效日期：{{date}}，|业务照常办理'),
    },
    revoked: {
      headline: '此证书已停止使用',
      nextStep: OPEN_AGAIN,
    },
    suspended: { headline: '此证书暂停使用', nextStep: ASK_AT_DESK },
    superseded: {
      headline: phrases('证书已更新，|请出示最新证书'),
      nextStep: OPEN_AGAIN,
    },
    'bad-signature': { headline: phrases('未能确认|证书真实性'), nextStep: ASK_AT_DESK },
    'issuer-mismatch': { headline: '未能确认签发机关', nextStep: ASK_AT_DESK },
    'key-not-valid-at-issue': { headline: '未能确认签发时间', nextStep: ASK_AT_DESK },
    'key-withdrawn': {
      headline: phrases('此证书|需要重新签发'),
      nextStep: OPEN_AGAIN,
    },
    'key-use': { headline: phrases('未能确认|证书签发方式'), nextStep: ASK_AT_DESK },
    malformed: {
      headline: '未能读懂证书内容',
      nextStep: OPEN_AGAIN,
    },
    'presentation-expired': {
      headline: phrases('屏幕上的|二维码已超时'),
      nextStep: phrases('请在手机上|刷新二维码再出示，|业务照常办理'),
    },
    'unknown-key': { headline: phrases('本机尚未收到|该签发密钥'), nextStep: ASK_AT_DESK },
    'unknown-grade': { headline: phrases('本机尚未收到|该等级标准'), nextStep: ASK_AT_DESK },
    'trust-missing': { headline: '本机暂不能核验', nextStep: ASK_AT_DESK },
    'trust-too-old': { headline: phrases('本机数据待更新，|暂不能核验'), nextStep: ASK_AT_DESK },
    'status-unavailable': { headline: phrases('本机暂不能|确认证书状态'), nextStep: ASK_AT_DESK },
    'clock-implausible': {
      headline: phrases('本机时间待校准，|暂不能核验'),
      nextStep: ASK_AT_DESK,
    },
    'unsupported-version': { headline: phrases('本机尚不支持|新版证书'), nextStep: ASK_AT_DESK },
  },
  foreign: {
    url: {
      headline: FOREIGN_HEADLINE,
      nextStep: phrases(`您出示的是|网页链接。|${OPEN_CERTIFICATE}`),
    },
    'identity-code': {
      headline: FOREIGN_HEADLINE,
      nextStep: phrases(`您出示的是|企业码或|电子营业执照。|${OPEN_CERTIFICATE}`),
    },
    'health-certificate': {
      headline: FOREIGN_HEADLINE,
      nextStep: phrases(`您出示的是|健康证明。|${OPEN_CERTIFICATE}`),
    },
    payment: {
      headline: FOREIGN_HEADLINE,
      nextStep: phrases(`您出示的是|付款码，请收好。|${OPEN_CERTIFICATE}`),
    },
    text: { headline: FOREIGN_HEADLINE, nextStep: OPEN_CERTIFICATE },
    empty: { headline: FOREIGN_HEADLINE, nextStep: phrases(`此码没有内容。|${OPEN_CERTIFICATE}`) },
  },
  failure: {
    'bad-request': { headline: '本机未能读取此码', nextStep: ASK_AT_DESK },
    'foreign-sender': { headline: '本机暂不能核验', nextStep: ASK_AT_DESK },
    'internal-error': { headline: '本机暂不能核验', nextStep: ASK_AT_DESK },
  },
  camera: {
    'not-found': { headline: '未找到摄像头', nextStep: AT_DESK },
    'not-allowed': { headline: '摄像头未获准使用', nextStep: AT_DESK },
    'not-readable': { headline: phrases('摄像头|暂时无法使用'), nextStep: AT_DESK },
    disconnected: { headline: '摄像头已断开', nextStep: AT_DESK },
    stalled: { headline: '摄像头没有画面', nextStep: AT_DESK },
  },
  reason: {
    grade: '此项面向更高等级',
    list: '此项面向重点支持名单企业',
    'evaluation-too-old': '评价日期较早，请先更新评价',
    'not-in-force': '此项绿色通道暂未开放',
    'data-too-old': '本机数据待更新',
  },
  note: {
    'code-check-character': '统一社会信用代码的校验位需人工核对',
    'data-ageing': '本机数据有一段时间未更新',
    'presented-before': '此证书刚在本机出示过',
    demo: '样例证书，仅供演示',
  },
  greenChannel: {
    oneWindow: '请到{{window}}办理',
    severalWindows: phrases('请按下列服务的|窗口办理'),
  },
  scan: {
    title: phrases('请出示|信用证书|二维码'),
    distance: phrases('手机屏幕|朝向摄像头，|距离\u00A010\u2060–\u206020\u00A0厘米'),
    noLogin: '无需身份证、无需登录',
    privacy: '摄像头仅用于读取二维码，不存储画面',
    alreadyChecked: '此码已核验，请移开手机',
    starting: '正在启动摄像头',
    placed: phrases('手机屏幕|朝向{{place}}的摄像头，|距离\u00A010\u2060–\u206020\u00A0厘米'),
    cameraPlace: {
      above: '屏幕上方',
      below: '屏幕下方',
      left: '屏幕左侧',
      right: '屏幕右侧',
    },
  },
  services: {
    title: '本大厅服务',
    open: '可走绿色通道',
    closed: '普通流程',
    closedBecause: '普通流程 · {{reason}}',
    window: '{{number}} 号窗口',
  },
  certificate: {
    grade: '信用等级',
    company: '企业名称',
    code: '统一社会信用代码',
    number: '证书编号',
    validUntil: '有效期至',
    issuer: '签发机关',
    dataAsOf: '数据截至',
  },
  trust: {
    asOf: '数据更新于 {{time}}',
    ageing: '离线 · 密钥与名单为{{age}}前',
    tooOld: `本机数据待更新，请到${STAFFED_WINDOW}，业务照常办理`,
    missing: `本机尚无核验数据，请到${STAFFED_WINDOW}，业务照常办理`,
    demo: '样例证书，仅供演示',
  },
  action: {
    done: '完成',
    moreTime: phrases('需要|更多时间'),
    returnsIn: '{{seconds}} 秒后返回',
    retrying: '正在重新连接摄像头',
    otherLanguage: 'English',
  },
  intake: intakeZhCN,
  desk: deskZhCN,
  staff: staffZhCN,
  listSeparator: '、',
  easingSeparator: '、',
};
