import type { IntakeTexts } from './intake-texts.ts';

const SAVE_AS_PICTURE = '请另存为 PNG、JPEG 或 PDF 后再试';
const USE_ORIGINAL = '请重新获取原文件后再试';
const ONLY_THE_CODE = '请只保留带二维码的部分后再试';

export const intakeZhCN: IntakeTexts = {
  refusal: {
    empty: { headline: '文件是空的', nextStep: USE_ORIGINAL },
    'too-large': { headline: '文件超过 32 MB', nextStep: ONLY_THE_CODE },
    heic: {
      headline: '本机读不了 HEIC 照片（苹果手机）',
      nextStep: '请在手机上截屏，或另存为 JPEG 后再试',
    },
    avif: { headline: '本机读不了 AVIF 图片', nextStep: SAVE_AS_PICTURE },
    'other-picture': { headline: '本机读不了这种图片格式', nextStep: SAVE_AS_PICTURE },
    video: { headline: '这是一段视频', nextStep: '请改用二维码的图片或截屏' },
    archive: { headline: '这是压缩包或办公文档', nextStep: '请解压，或另存为 PDF 后再试' },
    'not-a-picture': {
      headline: '这个文件不是图片、PDF 或 OFD',
      nextStep: '请选择带二维码的图片、PDF 或 OFD',
    },
    damaged: { headline: '文件不完整，无法打开', nextStep: USE_ORIGINAL },
    'too-many-pixels': { headline: '图片尺寸过大', nextStep: ONLY_THE_CODE },
    'too-many-pages': { headline: '文件页数过多', nextStep: ONLY_THE_CODE },
    'unpacks-too-large': { headline: '文件展开后过大', nextStep: ONLY_THE_CODE },
    encrypted: { headline: '文件需要密码才能打开', nextStep: '请另存为不带密码的文件后再试' },
    'no-code': { headline: '文件里没有找到二维码', nextStep: '请确认二维码完整、清晰' },
    'timed-out': { headline: '读取文件用时过长，已停止', nextStep: ONLY_THE_CODE },
    'reader-failed': { headline: '读取文件时中断', nextStep: ONLY_THE_CODE },
    unreadable: { headline: '无法打开文件', nextStep: '请确认文件仍在原处、可以读取' },
  },
  wedgeProblem: {
    'input-method': {
      headline: '输入法挡住了扫码枪',
      nextStep: '请切换到英文输入法后再扫',
    },
    layout: {
      headline: '扫码枪与电脑的键盘布局不一致',
      nextStep: '请把两者都设为美式键盘后再扫',
    },
    'too-long': { headline: '扫到的内容过长', nextStep: '请只扫一个二维码' },
  },
  wedgeRepair: {
    layout: '扫码枪与电脑的键盘布局不一致，已自动更正',
    'caps-lock': '大写锁定已打开，已自动更正',
    'input-method': '输入法处于打开状态，已自动更正；建议切换到英文输入法',
  },
  notice: {
    'not-all-looked-at': '时间已到，后面的页没有查看',
    'parts-damaged': '有些页或图片不完整，未能读取',
  },
};
