import type { LocalizedText } from '../../../shared/trust/policy-terms.ts';
import type { PortalOffice } from '../portal-office.ts';
import type { Language } from '../text/language.ts';
import type { Texts } from '../text/texts.ts';

/** The parts of the portal a page can be of. */
export type Section = keyof Texts['nav'];

/** What every page needs to know besides its content. */
export interface PageContext {
  readonly language: Language;
  readonly texts: Texts;
  readonly office: PortalOffice;
  readonly assets: Readonly<Record<'style' | 'script' | 'icon', string>>;
  /** Who looks at it; a proxy's visitor signs out there. */
  readonly visitor: 'stranger' | 'by-code' | 'by-proxy';
}

/** A text of the office in the language of the page. */
export function inLanguage(text: LocalizedText, { language }: PageContext): string {
  return text[language];
}
