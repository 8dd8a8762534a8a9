/** The portal's languages; Chinese leads. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language by its name, or `undefined`. */
export function languageOf(name: unknown): Language | undefined {
  return LANGUAGES.find((language) => language === name);
}

export const DEFAULT_LANGUAGE: Language = 'zh-CN';
