import { phrases } from '../phrases.ts';
import { STAFFED_WINDOW } from '../staffed-window.ts';
import type { VisitorTexts } from './visitor-texts.ts';

/** Simplified Chinese of the visitor's help and pages. */
export const visitorZhCN: VisitorTexts = {
  comfort: {
    title: '显示与语音',
    text: '大字',
    contrast: '对比',
    reach: '低位',
    voice: '语音',
    textNormal: '大字，未开启',
    textLarge: '大字，1.25 倍',
    textLarger: '大字，1.5 倍',
    contrastName: '对比，高对比度显示',
    reachName: '低位，页面下移',
    voiceName: '语音，朗读提示',
    otherLanguageShort: 'EN',
    otherLanguageName: 'EN, English',
  },
  hint: {
    placement: {
      title: phrases('请把手机|正对摄像头'),
      detail: phrases('屏幕朝向机器，|距离\u00A010\u2060–\u206020\u00A0厘米，|保持片刻'),
    },
    light: {
      title: phrases('请调高|屏幕亮度'),
      detail: phrases('放平手机，避开反光，|让二维码|四周留有白边'),
    },
    'type-in': {
      title: '还是没有读到？',
      detail: phrases(`可以手动输入|统一社会信用代码，|或到${STAFFED_WINDOW}，|业务照常办理`),
    },
  },
  page: {
    levels: '等级说明',
    privacy: '隐私说明',
    typeCode: '手动输入',
    back: '返回',
    more: '查看更多',
    showGrade: '显示等级',
    gradeCovered: phrases('等级已遮盖，|按“显示等级”查看'),
    idle: '{{seconds}} 秒后返回首页，触摸屏幕可继续',
  },
  levels: {
    title: '信用等级说明',
    lead: '由高到低，以签发机关发布的标准为准',
    level: '等级',
    meaning: '含义',
    openTo: '本大厅 {{count}} 项服务可走绿色通道',
    openToNone: '按普通流程办理，业务照常办理',
    noPolicy: phrases(`本机尚无等级标准，|请到${STAFFED_WINDOW}，|业务照常办理`),
    decidedBy: `等级由信用管理部门评定，本机只作核验。对等级有疑问，请到${STAFFED_WINDOW}咨询。`,
  },
  privacy: {
    title: '隐私说明',
    camera: {
      title: '摄像头只读二维码',
      text: '画面只在本机内存中逐帧处理，随即丢弃；不拍照、不录像、不识别人脸。',
    },
    kept: {
      title: '只记核验结果',
      text: '本机记录核验时间、结果和信用代码后四位，不记录企业名称、等级和二维码内容。',
    },
    cleared: {
      title: '离开即清除',
      text: '按“完成”或倒计时结束后，屏幕和内存中的证书内容立即清除。',
    },
    network: {
      title: '核验不联网',
      text: '证书在本机核对，不上传。联网只用于更新签发密钥、等级标准和停用名单。',
    },
  },
  typing: {
    title: phrases('请输入|统一社会信用代码'),
    lead: phrases('18 位，见营业执照；|不含字母 I、O、S、V、Z'),
    remaining: '还需输入 {{remaining}} 位',
    expected: '最后一位应为 {{character}}',
    fits: '校验位相符',
    doesNotFit: '校验位不符，请对照营业执照再看一遍',
    delete: '删除',
    clear: '清空',
    pad: '字母与数字键',
    show: '下一步',
    shownTitle: phrases(`请到${STAFFED_WINDOW}，|出示此页`),
    shownStep: phrases('工作人员|可凭此代码协助您，|业务照常办理'),
    shownWhy: '本机不保存企业名单，不能凭代码查询等级；能读出二维码后，随时可以再来核验。',
    codeLabel: '统一社会信用代码',
  },
  slip: {
    heading: '公共信用证书核验凭条',
    time: '核验时间',
    window: '办理窗口',
    desk: '台号',
    terminal: '终端',
    receipt: '回执号',
    footer: '本凭条仅记录核验结果，不作为信用证明。',
    demo: '样例 · 仅供演示',
    print: '打印凭条',
    printing: '正在打印',
    printed: '请取凭条',
    failed: phrases('未能打印，|再试一次'),
  },
  outOfOrder: {
    headline: '本机暂停服务',
    nextStep: phrases(`请到${STAFFED_WINDOW}，|业务照常办理`),
    note: '恢复后本页会自动返回',
  },
};
