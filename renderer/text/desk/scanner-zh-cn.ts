import type { ScannerTexts } from './scanner-texts.ts';

/** The scanner test in Simplified Chinese. */
export const scannerZhCN: ScannerTexts = {
  title: '扫码枪测试',
  lead: '用扫码枪扫此测试码，右侧显示它实际发送的内容。',
  code: '测试码',
  field: '光标停在此处，与日常办理相同',
  fieldHint: '也可以扫手中的证书：在此只作测试，不核验，也不记录。',
  waiting: '请扫测试码',
  waitingHint: '测试码含证书中的每一种字符，长度也与证书相当。',
  serial: '仅支持键盘方式的扫码枪；若设为串口方式，请按其手册扫“USB 键盘”设置码。',
  level: {
    fine: '扫码枪工作正常',
    advice: '可以使用，建议调整',
    problem: '还不能可靠使用',
  },
  sent: '实际发送',
  characters: '字符数',
  end: '结束符',
  ends: { enter: '回车（Enter）', tab: '制表（Tab）', several: '不止一个', none: '没有' },
  pace: '字符间隔',
  paceValue: '通常 {{median}} 毫秒，最长 {{longest}} 毫秒',
  whole: '总用时',
  wholeValue: '{{ms}} 毫秒',
  capsLock: '大写锁定',
  capsLocks: { on: '打开', off: '关闭' },
  pair: '“{{wanted}}”变为“{{came}}”',
  finding: {
    whole: { title: '内容完整', advice: '每个字符都与原码一致。' },
    'other-code': { title: '扫到的不是测试码', advice: '请扫左侧的测试码，才能逐字比对。' },
    'switched-off': {
      title: '设置中已关闭扫码枪',
      advice: '请管理员把设置 wedge 的 isOn 改为 true。',
    },
    differs: {
      title: '有字符变了样：{{pairs}}',
      advice: '扫码枪与电脑的键盘布局不一致，请把两者都设为美式键盘。',
    },
    lost: {
      title: '应有 {{wanted}} 个字符，收到 {{came}} 个',
      advice: '请在扫码枪上设置字符间延时（例如 5 毫秒），或换一个 USB 口。',
    },
    torn: {
      title: '字符间停顿达 {{longest}} 毫秒，一次扫码会断成几段',
      advice: '请把设置 wedge 的 gapMs 改为 {{gap}}，或缩短扫码枪的字符间延时。',
    },
    slow: {
      title: '字符间停顿达 {{longest}} 毫秒，接近上限',
      advice: '建议把设置 wedge 的 gapMs 改为 {{gap}}。',
    },
    'no-end': {
      title: '扫码枪不发送结束符',
      advice: '可以使用，但每次多等 {{silence}} 毫秒；建议按其手册设为发送回车。',
    },
    'unknown-prefix': {
      title: '内容之前多出“{{text}}”',
      advice: '请在扫码枪上取消前缀，或把它填入设置 wedge 的 prefix。',
    },
    'unknown-suffix': {
      title: '内容之后多出“{{text}}”',
      advice: '请在扫码枪上取消后缀，或把它填入设置 wedge 的 suffix。',
    },
    'not-framed': {
      title: '没有设置中的前缀“{{prefix}}”和后缀“{{suffix}}”',
      advice: '请在扫码枪上设好，或把设置 wedge 的 onlyFramed 改为 false。',
    },
  },
  repairAdvice: {
    layout: '可以使用；建议把扫码枪和电脑都设为美式键盘。',
    'caps-lock': '可以使用；建议关闭大写锁定（Caps Lock）。',
    'input-method': '可以使用；建议在核验台切换到英文输入法。',
  },
};
