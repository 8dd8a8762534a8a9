import type { TFunction } from 'i18next';
import type { FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { wordsOf } from '../screens/answer-words.ts';
import { type Look, lookOf } from '../screens/look.ts';
import type { Answer } from '../state/kiosk-state.ts';
import type { Words } from '../text/catalogue.ts';
import type { Language } from '../text/language.ts';

/** What an answer at the desk can be: a kiosk's, or that a file gave no code. */
export type DeskContent =
  | Answer['content']
  | { readonly kind: 'file-refused'; readonly code: FileRefusal };

/** Headline and next step. */
export function deskWords(content: DeskContent, t: TFunction, language: Language): Words {
  if (content.kind !== 'file-refused') return wordsOf(content, t, language);
  return {
    headline: t(`intake.refusal.${content.code}.headline`),
    nextStep: t(`intake.refusal.${content.code}.nextStep`),
  };
}

/** A file without a code is like a code that is none: it says nothing about a certificate. */
export function deskLook(content: DeskContent): Look {
  return content.kind === 'file-refused' ? 'foreign' : lookOf(content);
}
