import type { SlipPaper } from '../../../shared/ipc/desk-verbs.ts';
import type { CheckStep } from '../../../shared/verify/verdict.ts';
import type { DeskAction } from '../../clerk/desk-keys.ts';
import type { AnswerSource, DeskPage } from '../../clerk/desk-state.ts';
import type { HistoryFilterName } from '../../clerk/history/search-history.ts';
import type { ScannerTexts } from './scanner-texts.ts';
import type { DeskTableTexts } from './table-texts.ts';

/**
 * Everything a clerk can read beyond what visitors read, in one language.
 * A type alias, because i18next's key types do not look into interfaces.
 */
export type DeskCatalogue = DeskTableTexts & {
  readonly scanner: ScannerTexts;
  readonly title: string;
  readonly pages: Readonly<Record<DeskPage, string>>;
  readonly actions: Readonly<Record<DeskAction, string>>;
  /** The same in a word or two, for buttons. */
  readonly buttons: Readonly<Record<'next' | 'compare' | 'slip' | 'copy', string>>;
  readonly listNames: Readonly<Record<'national' | 'city' | 'district', string>>;
  readonly online: string;
  readonly offline: string;
  readonly sources: Readonly<Record<AnswerSource, string>>;
  readonly entry: {
    readonly label: string;
    readonly placeholder: string;
    readonly judge: string;
    readonly ready: string;
    readonly codeRight: string;
    readonly codeWrong: string;
    readonly codeShort: string;
    readonly codeUse: string;
    readonly codeStrange: string;
  };
  readonly list: {
    readonly title: string;
    readonly empty: string;
    readonly unnamed: string;
  };
  readonly detail: {
    readonly empty: string;
    readonly emptyHint: string;
    readonly certificate: string;
    readonly services: string;
    readonly checks: string;
    readonly technical: string;
    readonly issuedAt: string;
    readonly validFrom: string;
    readonly evaluated: string;
    readonly lists: string;
    readonly codeCheck: string;
    readonly codeRight: string;
    readonly codeWrong: string;
    readonly presentation: string;
    readonly presentationAge: string;
    readonly key: string;
    readonly suite: string;
    readonly versions: string;
    readonly version: string;
    readonly dataAge: string;
    readonly judgedAt: string;
    readonly kinds: { readonly issuers: string; readonly policy: string; readonly status: string };
    readonly nothing: string;
    readonly copied: string;
    readonly copyFailed: string;
  };
  readonly checks: Readonly<Record<CheckStep, string>>;
  readonly results: {
    readonly passed: string;
    readonly failed: string;
    readonly skipped: string;
  };
  readonly compare: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly match: string;
    readonly mismatch: string;
    readonly noCode: string;
    readonly onCertificate: string;
    readonly onLicence: string;
    readonly positions: string;
  };
  readonly switches: {
    readonly customer: string;
    readonly camera: string;
    readonly training: string;
    readonly theme: string;
    readonly themes: { readonly system: string; readonly light: string; readonly dark: string };
    readonly density: string;
    readonly densities: { readonly comfortable: string; readonly compact: string };
    readonly lock: string;
    readonly sound: string;
    readonly sounds: { readonly on: string; readonly off: string };
  };
  readonly training: {
    readonly banner: string;
    readonly title: string;
    readonly hint: string;
    readonly holder: string;
    readonly issuer: string;
    readonly service: string;
  };
  readonly customer: { readonly title: string };
  readonly counts: Readonly<Record<HistoryFilterName | 'label', string>>;
  readonly support: { readonly title: string; readonly program: string; readonly failedAt: string };
  readonly lock: {
    readonly title: string;
    readonly hint: string;
    readonly name: string;
    readonly unlock: string;
  };
  readonly policy: {
    readonly search: string;
    readonly services: string;
    readonly scale: string;
    readonly version: string;
    readonly none: string;
    readonly missing: string;
    readonly forGrades: string;
    readonly lists: string;
    readonly maxAge: string;
    readonly from: string;
    readonly until: string;
    readonly elsewhere: string;
    readonly contact: string;
    readonly column: {
      readonly service: string;
      readonly window: string;
      readonly grades: string;
      readonly perks: string;
    };
  };
  readonly repair: {
    readonly title: string;
    readonly served: string;
    readonly objection: string;
    readonly repair: string;
    readonly qr: string;
  };
  readonly keys: { readonly title: string; readonly hint: string; readonly general: string };
  readonly slip: {
    readonly title: string;
    readonly papers: Readonly<Record<SlipPaper, string>>;
    readonly paper: string;
    readonly print: string;
    readonly save: string;
    readonly close: string;
    readonly sent: string;
    readonly cancelled: string;
    readonly noPrinter: string;
    readonly failed: string;
    readonly saved: string;
  };
};
