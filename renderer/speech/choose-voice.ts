import type { Language } from '../text/language.ts';

/** The part of a system voice that it is chosen by. */
export interface Voice {
  readonly lang: string;
  /** Speaks without a network. */
  readonly localService: boolean;
}

/** What voices call the languages; the first that fits is taken. `cmn` is Mandarin (ISO 639-3). */
const TAGS: Readonly<Record<Language, readonly RegExp[]>> = {
  'zh-CN': [/^(?:zh-cn|zh-hans|cmn)(?:-|$)/, /^zh(?:-(?!hk|yue|mo)|$)/],
  en: [/^en-(?:gb|us)(?:-|$)/, /^en(?:-|$)/],
};

/**
 * The voice of this machine for a language, or `undefined`. Voices that speak over a network are
 * never taken: what stands on the screen stays in the terminal.
 */
export function chooseVoice<V extends Voice>(
  voices: readonly V[],
  language: Language,
): V | undefined {
  const local = voices.filter(({ localService }) => localService);
  for (const tag of TAGS[language]) {
    const voice = local.find(({ lang }) => tag.test(lang.toLowerCase().replaceAll('_', '-')));
    if (voice !== undefined) return voice;
  }
  return undefined;
}
