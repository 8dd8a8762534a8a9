import type { CameraPlace } from '../../shared/ipc/camera-settings.ts';
import type { IpcFailureCode } from '../../shared/ipc/reply.ts';
import type { GreenChannelReason } from '../../shared/trust/policy-terms.ts';
import type { ForeignKind, Note, VerdictCode } from '../../shared/verify/verdict.ts';
import type { CameraProblem } from '../scan/camera-problem.ts';
import type { DeskCatalogue } from './desk/catalogue.ts';
import type { IntakeTexts } from './intake/intake-texts.ts';
import type { StaffTexts } from './staff/staff-texts.ts';
import type { VisitorTexts } from './visitor/visitor-texts.ts';

/**
 * The two lines every answer consists of: what it is, and the one thing to do next.
 * A type alias, because i18next's key types do not look into interfaces.
 */
export type Words = {
  readonly headline: string;
  readonly nextStep: string;
};

/**
 * Everything a visitor can read, in one language. Because the records are keyed by the closed
 * unions of codes, a new code without words fails the compile in either language.
 */
export interface Catalogue extends VisitorTexts {
  /** Where people help, until the terminal's settings name a window; see `STAFFED_WINDOW`. */
  readonly staffedWindow: string;
  /** Read aloud where the hall's logo stands without the hall's name. */
  readonly hallLogo: string;
  readonly verdict: Readonly<Record<Exclude<VerdictCode, 'not-a-certificate'>, Words>>;
  readonly foreign: Readonly<Record<ForeignKind, Words>>;
  readonly failure: Readonly<Record<IpcFailureCode, Words>>;
  readonly camera: Readonly<Record<CameraProblem, Words>>;
  readonly reason: Readonly<Record<GreenChannelReason, string>>;
  readonly note: Readonly<Record<Note, string>>;
  readonly greenChannel: {
    readonly oneWindow: string;
    readonly severalWindows: string;
  };
  readonly scan: {
    readonly title: string;
    readonly distance: string;
    readonly noLogin: string;
    readonly privacy: string;
    readonly alreadyChecked: string;
    readonly starting: string;
    /** `distance`, where it is known on which side of the screen the camera is. */
    readonly placed: string;
    readonly cameraPlace: Readonly<Record<Exclude<CameraPlace, 'unknown'>, string>>;
  };
  readonly services: {
    readonly title: string;
    readonly open: string;
    readonly closed: string;
    readonly closedBecause: string;
    readonly window: string;
  };
  readonly certificate: {
    readonly grade: string;
    readonly company: string;
    readonly code: string;
    readonly number: string;
    readonly validUntil: string;
    readonly issuer: string;
    readonly dataAsOf: string;
  };
  readonly trust: {
    readonly asOf: string;
    /** With `age`, how old the oldest data is in words. */
    readonly ageing: string;
    readonly tooOld: string;
    readonly missing: string;
    readonly demo: string;
  };
  readonly action: {
    readonly done: string;
    readonly moreTime: string;
    readonly returnsIn: string;
    readonly retrying: string;
    /** Name of the other language, in that language. */
    readonly otherLanguage: string;
  };
  readonly intake: IntakeTexts;
  readonly desk: DeskCatalogue;
  readonly staff: StaffTexts;
  /** Separates the parts of a list in one line. */
  readonly listSeparator: string;
  /** Between easings, which may have commas of their own. */
  readonly easingSeparator: string;
}
