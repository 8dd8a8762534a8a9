import { en } from './en.ts';
import type { Language } from './language.ts';
import type { Texts } from './texts.ts';
import { zhCN } from './zh-cn.ts';

/** The texts by language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, en };
