import type { StaffTexts } from './staff-texts.ts';

/** Why trust data was not taken, for staff. */
export const trustFailuresZhCN: StaffTexts['failure'] = {
  unreachable: '无法连接服务器，请检查网络',
  'too-slow': '服务器应答太慢',
  'bad-tls': '本机不信任服务器的证书',
  'wrong-ca': '服务器证书并非由管理员指定的机构签发',
  'ca-unusable': '指定的 CA 证书文件（syncCa）无法使用，请联系管理员',
  'server-error': '服务器出错或缺少文件',
  redirected: '服务器指向了别处，可能是上网登录页',
  'not-a-repository': '不是信任数据',
  'too-large': '文件超过允许的大小',
  'cut-short': '传输中断',
  'wrong-content': '文件内容与签名清单不符',
  'malformed-metadata': '清单格式有误',
  'bad-signatures': '签名数量不足',
  'rolled-back': '比本机的数据旧，未采用',
  expired: '已过有效期，请取得新的数据',
  inconsistent: '文件不是同一批',
  'not-delegated': '文件未获授权',
  'unusable-document': '已签名，但内容无法使用',
  'clock-implausible': '本机时间有误，请先校准',
  'disk-error': '磁盘已满或无法写入',
  busy: '另一个程序正在更新数据，请稍后再试',
  'process-died': '同步程序意外结束，请再试',
};
