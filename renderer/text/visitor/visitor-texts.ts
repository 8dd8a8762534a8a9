import type { Hint } from '../../state/attention.ts';
import type { ComfortControl } from '../../state/comfort.ts';

/** A hint: what may be the matter, and what to try. A type alias for i18next's key types. */
type HintWords = { readonly title: string; readonly detail: string };

/** A heading with a paragraph below it. */
type Section = { readonly title: string; readonly text: string };

/** What a visitor reads besides the answers: help, pages, and the row that is the same everywhere. */
export interface VisitorTexts {
  readonly comfort: Readonly<Record<ComfortControl, string>> & {
    readonly title: string;
    /** Full names for those who listen; each contains the short word that is seen. */
    readonly textNormal: string;
    readonly textLarge: string;
    readonly textLarger: string;
    readonly contrastName: string;
    readonly reachName: string;
    readonly voiceName: string;
    /** Two letters of the other language. */
    readonly otherLanguageShort: string;
    readonly otherLanguageName: string;
  };
  readonly hint: Readonly<Record<Exclude<Hint, 'none'>, HintWords>>;
  readonly page: {
    readonly levels: string;
    readonly privacy: string;
    readonly typeCode: string;
    readonly back: string;
    readonly more: string;
    readonly showGrade: string;
    readonly gradeCovered: string;
    readonly idle: string;
  };
  readonly levels: {
    readonly title: string;
    readonly lead: string;
    readonly level: string;
    readonly meaning: string;
    readonly openTo: string;
    readonly openToNone: string;
    readonly noPolicy: string;
    readonly decidedBy: string;
  };
  readonly privacy: {
    readonly title: string;
    readonly camera: Section;
    readonly kept: Section;
    readonly cleared: Section;
    readonly network: Section;
  };
  readonly typing: {
    readonly title: string;
    readonly lead: string;
    readonly remaining: string;
    readonly expected: string;
    readonly fits: string;
    readonly doesNotFit: string;
    readonly delete: string;
    readonly clear: string;
    readonly pad: string;
    readonly show: string;
    readonly shownTitle: string;
    readonly shownStep: string;
    readonly shownWhy: string;
    readonly codeLabel: string;
  };
  /** What a slip says, at a kiosk and at a desk, and how a kiosk offers it. */
  readonly slip: {
    readonly heading: string;
    readonly time: string;
    readonly window: string;
    readonly desk: string;
    readonly terminal: string;
    readonly receipt: string;
    readonly footer: string;
    readonly demo: string;
    readonly print: string;
    readonly printing: string;
    readonly printed: string;
    readonly failed: string;
  };
  readonly outOfOrder: {
    readonly headline: string;
    readonly nextStep: string;
    readonly note: string;
  };
}
