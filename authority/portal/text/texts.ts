import type { Standing } from '../company-view.ts';

/** A heading and what is said under it. */
export interface Message {
  readonly title: string;
  readonly body: string;
}

/** Every text of the portal in one language. Written by hand in both; neither is derived. */
export interface Texts {
  readonly portal: string;
  readonly switchLanguage: string;
  readonly skip: string;
  readonly nav: Readonly<Record<'overview' | 'show' | 'reasons' | 'help', string>>;
  readonly navLabel: string;
  readonly signOut: string;
  readonly demo: string;
  readonly signIn: SignInTexts;
  readonly overview: OverviewTexts;
  readonly show: ShowTexts;
  readonly reasons: ReasonsTexts;
  readonly help: HelpTexts;
  readonly messages: Readonly<Record<MessageName, Message>>;
  readonly home: string;
}

/** Pages that say one thing. */
export const MESSAGE_NAMES = [
  'not-found',
  'forbidden',
  'fault',
  'busy',
  'no-certificate-file',
  'unknown-company',
] as const;
export type MessageName = (typeof MESSAGE_NAMES)[number];

export interface SignInTexts {
  readonly title: string;
  readonly lead: string;
  readonly company: string;
  readonly companyHint: string;
  readonly access: string;
  readonly accessHint: string;
  readonly submit: string;
  readonly reveal: string;
  readonly conceal: string;
  readonly badForm: string;
  readonly refused: string;
  readonly locked: (minutes: number) => string;
  readonly limited: string;
  readonly busy: string;
  readonly noCodeTitle: string;
  readonly noCode: string;
}

export interface OverviewTexts {
  readonly title: string;
  readonly code: string;
  readonly grade: string;
  readonly notRated: string;
  readonly notRatedMeaning: string;
  readonly evaluated: (day: string) => string;
  readonly lists: string;
  readonly certificate: string;
  readonly standing: Readonly<Record<Standing, Message>>;
  readonly gradeDiffers: (grade: string) => string;
  readonly number: string;
  readonly certifiedGrade: string;
  readonly issued: string;
  readonly lastDay: string;
  readonly issuer: string;
  readonly codeImage: string;
  readonly codeHint: string;
  readonly pdf: string;
  readonly show: string;
  readonly services: string;
  readonly noServices: string;
  readonly servicesHint: string;
}

export interface ShowTexts {
  readonly title: string;
  readonly codeImage: string;
  readonly hint: string;
  readonly validUntil: string;
  readonly secondsLeft: string;
  readonly renew: string;
  readonly renewsItself: string;
  readonly withoutScript: string;
  readonly stale: Message;
  readonly unavailable: Message;
}

export interface ReasonsTexts {
  readonly title: string;
  readonly lead: string;
  readonly asOf: (day: string, scheme: string) => string;
  readonly none: Message;
  readonly number: string;
  readonly authority: string;
  readonly date: string;
  readonly counts: string;
  readonly countsUntil: (day: string) => string;
  readonly repaired: (day: string) => string;
  readonly corrected: (day: string) => string;
  readonly missing: string;
  readonly severity: Readonly<Record<'minor' | 'ordinary' | 'serious', string>>;
  readonly list: Readonly<
    Record<'national' | 'city' | 'district' | 'serious-untrustworthy', string>
  >;
  readonly history: string;
  readonly since: (day: string) => string;
  readonly rules: string;
  readonly rulesLead: string;
  readonly confidential: string;
  readonly disagree: string;
}

export interface HelpTexts {
  readonly title: string;
  readonly objectTitle: string;
  readonly object: readonly string[];
  readonly repairTitle: string;
  readonly repairLead: string;
  readonly repair: readonly Message[];
  readonly repairSteps: readonly string[];
  readonly scaleTitle: string;
  readonly scaleGrade: string;
  readonly scaleMeaning: string;
  readonly showTitle: string;
  readonly showSteps: readonly string[];
  readonly accessTitle: string;
  readonly access: readonly string[];
  readonly contactTitle: string;
}
