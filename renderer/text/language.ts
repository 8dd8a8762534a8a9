import type { Terminal } from '../../shared/ipc/contract.ts';

export type Language = Terminal['language'];

/** The language the button offers while the given one is shown. */
export function otherLanguage(language: Language): Language {
  return language === 'zh-CN' ? 'en' : 'zh-CN';
}
