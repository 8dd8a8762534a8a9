import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { windowName } from './window-name.ts';
import { zhCN } from './zh-cn.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Catalogue };
  }
}

/** Both catalogues, complete by type. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { 'zh-CN': zhCN, en };

/** Makes the catalogues available to the screens, in the language of the terminal. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    // Copies, because the window's name is written into them.
    resources: { 'zh-CN': { translation: { ...zhCN } }, en: { translation: { ...en } } },
    // React escapes; escaping twice would show entities to the visitor.
    interpolation: { escapeValue: false },
    // A window that gets its name while the screen is drawn is drawn anew.
    react: { bindI18nStore: 'added' },
  });
}

/**
 * Gives the window nearest to this terminal its name, wherever a text sends people to a staffed one.
 * @param window as the settings have it; empty: any staffed window
 */
export function nameStaffedWindow(window: string): void {
  for (const language of ['zh-CN', 'en'] as const) {
    const name =
      window === ''
        ? catalogues[language].staffedWindow
        : windowName(window, i18next.getFixedT(language));
    i18next.addResource(language, 'translation', 'staffedWindow', name);
  }
}

/** Switches the screens and the document's language, which a screen reader speaks by. */
export function switchLanguage(language: Language): Promise<unknown> {
  document.documentElement.lang = language;
  return i18next.changeLanguage(language);
}
