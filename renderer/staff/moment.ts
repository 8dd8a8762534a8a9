import { useTranslation } from 'react-i18next';
import type { EpochSeconds } from '../../shared/time.ts';
import { formatMoment } from '../text/format.ts';
import type { Language } from '../text/language.ts';

/** The language the menu is shown in at the moment. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** Writes times for people, in the language of the menu. */
export function useMoments(): (time: EpochSeconds) => string {
  const language = useLanguage();
  return (time) => formatMoment(time, language);
}
