import type { SetupTexts } from './setup-texts.ts';

/** The first set-up in Simplified Chinese. */
export const setupZhCN: SetupTexts = {
  isOpen: '尚未完成，还有 {{count}} 步',
  position: '第 {{number}} 步，共 {{count}} 步',
  finished: '首次设置已完成',
  amiss: '以下各项仍需留意：',
  step: {
    data: { title: '核验数据与时间', about: '确认系统时间准确，并取得最新的核验数据。' },
    camera: { title: '摄像头', about: '选择设备，摆正画面，再出示任一二维码试读。' },
    scanner: {
      title: '扫码枪',
      about: '关闭本菜单，在工作台按 F10 测试扫码枪，然后回到这里。不用扫码枪的，可以跳过。',
    },
    printer: { title: '打印机', about: '选择打印机，打印一张测试页。不用打印机的，可以跳过。' },
    sound: { title: '声音与语言', about: '在现场试听，调好音量，选定默认语言。' },
    touch: { title: '触摸屏', about: '逐点检查触摸是否灵敏、准确。' },
    lockDown: {
      title: '员工 PIN 与系统锁定',
      about: '设置本单位自己的 PIN，并按部署说明锁定系统。这两项由管理员在系统中完成。',
    },
    selfTest: { title: '自检', about: '逐项检查本终端，处理有问题的项目。' },
  },
  outcome: { done: '已完成', skipped: '已跳过' },
  finding: '{{check}}：{{result}}，{{detail}}',
  open: '打开“{{page}}”',
  look: '再查一次',
  done: '此步完成',
  skip: '跳过',
  takeBack: '上一步',
  back: '返回首次设置',
  again: '从头再来',
  start: '关闭菜单，开始服务',
};
