import type { TFunction } from 'i18next';
import type { FileRefusal } from '../../shared/ipc/intake-verbs.ts';
import { wordsOf } from '../screens/answer-words.ts';
import { type Look, lookOf } from '../screens/look.ts';
import type { Answer } from '../state/kiosk-state.ts';
import type { Words } from '../text/catalogue.ts';
import type { Language } from '../text/language.ts';
import type { WedgeProblem } from '../wedge/read-presses.ts';

/** What an answer at the desk can be: a kiosk's, or why a file or a scanner gave no code. */
export type DeskContent =
  | Answer['content']
  | { readonly kind: 'file-refused'; readonly code: FileRefusal }
  | { readonly kind: 'wedge-problem'; readonly code: WedgeProblem };

/** Headline and next step. */
export function deskWords(content: DeskContent, t: TFunction, language: Language): Words {
  switch (content.kind) {
    case 'file-refused':
      return {
        headline: t(`intake.refusal.${content.code}.headline`),
        nextStep: t(`intake.refusal.${content.code}.nextStep`),
      };
    case 'wedge-problem':
      return {
        headline: t(`intake.wedgeProblem.${content.code}.headline`),
        nextStep: t(`intake.wedgeProblem.${content.code}.nextStep`),
      };
    default:
      return wordsOf(content, t, language);
  }
}

/** A file without a code is like a code that is none: it says nothing about a certificate. */
export function deskLook(content: DeskContent): Look {
  switch (content.kind) {
    case 'file-refused':
      return 'foreign';
    // The desk's own trouble, to be put right there.
    case 'wedge-problem':
      return 'undecided';
    default:
      return lookOf(content);
  }
}
