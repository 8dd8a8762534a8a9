import * as v from 'valibot';
import { MAX_SCANNED_TEXT_LENGTH } from '../limits.ts';
import { VerdictSchema } from '../verify/verdict.ts';
import { auditVerbs } from './audit-verbs.ts';
import { CAMERA_PLACES, CameraSettingsSchema } from './camera-settings.ts';
import { deskVerbs, SLIP_PAPERS } from './desk-verbs.ts';
import { hallLogoVerbs } from './hall-logo.ts';
import { healthVerbs } from './health-verbs.ts';
import { intakeVerbs } from './intake-verbs.ts';
import { policyVerbs } from './policy-verbs.ts';
import { answer } from './reply.ts';
import { SCAN_SOURCES } from './scan-source.ts';
import { staffVerbs } from './staff-verbs.ts';
import { SyncStateSchema } from './sync-state.ts';
import { visitVerbs } from './visit-verbs.ts';
import { WedgeSettingsSchema } from './wedge-settings.ts';

/**
 * Everything that crosses between the screen (renderer) and the main process.
 * A channel is a verb of the domain with a request and a reply; both ends parse what arrives.
 * The types, the preload bridge and the registration in the main process are all derived
 * from this one object, so nothing else can cross.
 */

/** Seconds, whole and positive. */
const Seconds = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What the screen needs to know about this terminal; nothing in it is a trust decision. */
export const TerminalSchema = v.strictObject({
  /** A kiosk for visitors, or a clerk's desk. */
  mode: v.picklist(['kiosk', 'desk']),
  /** Why the terminal does not start; it shows this instead of scanning. */
  refusal: v.exactOptional(v.literal('no-pin')),
  /** Shown in the corner; empty when no hall is configured. */
  hallName: v.string(),
  language: v.picklist(['zh-CN', 'en']),
  /** Name of this terminal or desk; empty when none is configured. */
  terminalName: v.string(),
  /** Paper of the slips visitors can print at a kiosk; `none` where they cannot. */
  visitorPaper: v.picklist(['none', ...SLIP_PAPERS]),
  /** A line of the hall's own on its slips; may be empty. */
  slipNote: v.string(),
  /** How long a verdict stays before the terminal returns to scanning by itself. */
  verdictSeconds: Seconds,
  /** The same for a code that is no certificate. */
  foreignCodeSeconds: Seconds,
  /** How long the same code has to be out of view before it counts as a new scan. */
  rearmMilliseconds: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Percent; 0 = silent. */
  soundVolume: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100)),
  /** The two lowest grades of the scale are covered until the visitor asks for them. */
  hideLowGradesInPublic: v.boolean(),
  /** Window nearest to this terminal; empty = any staffed window. */
  helpWindow: v.string(),
  /** Taken out of service by staff: the screen says so and reads nothing. */
  outOfOrder: v.boolean(),
  /** Which camera, how it is mounted, and what is asked of it. */
  camera: CameraSettingsSchema,
  /** Where the camera sits beside the screen, so that visitors find it. */
  cameraPlace: v.picklist(CAMERA_PLACES),
  /** How the hand scanner of a desk is set. */
  wedge: WedgeSettingsSchema,
});
export type Terminal = v.InferOutput<typeof TerminalSchema>;

/** Data age and domain for the banner, without a scan. `null` = the terminal holds no trust bundle. */
export const TrustStateSchema = v.strictObject({
  domain: v.nullable(v.picklist(['production', 'demo'])),
  /** `fresh` | `ageing` | `too-old` | `missing`: the four states of the banner. */
  freshness: v.picklist(['fresh', 'ageing', 'too-old', 'missing']),
  /** When the oldest kind of data was last known to be current, UNIX seconds. */
  currentAsOf: v.nullable(v.pipe(v.number(), v.safeInteger())),
  /** Absent where no repository is configured. */
  sync: v.exactOptional(SyncStateSchema),
});
export type TrustState = v.InferOutput<typeof TrustStateSchema>;

export const ipcContract = {
  /** Judges one scanned text. The text never leaves the main process again. */
  checkScan: {
    channel: 'kiosk:check-scan',
    request: v.strictObject({
      text: v.pipe(v.string(), v.maxLength(MAX_SCANNED_TEXT_LENGTH)),
      source: v.picklist(SCAN_SOURCES),
      /** Present in training: judged as always, but neither counted nor remembered. */
      training: v.exactOptional(v.literal(true)),
    }),
    reply: answer(VerdictSchema),
  },
  /** What this terminal is and how it is configured. */
  readTerminal: {
    channel: 'kiosk:read-terminal',
    request: v.strictObject({}),
    reply: answer(TerminalSchema),
  },
  /** How current the terminal's trust data is. */
  readTrustState: {
    channel: 'kiosk:read-trust-state',
    request: v.strictObject({}),
    reply: answer(TrustStateSchema),
  },
  ...hallLogoVerbs,
  ...visitVerbs,
  ...policyVerbs,
  ...auditVerbs,
  ...staffVerbs,
  ...healthVerbs,
  ...intakeVerbs,
  ...deskVerbs,
} as const;

export type IpcContract = typeof ipcContract;
export type IpcVerb = keyof IpcContract;
export type IpcRequest<Verb extends IpcVerb> = v.InferOutput<IpcContract[Verb]['request']>;
export type IpcReply<Verb extends IpcVerb> = v.InferOutput<IpcContract[Verb]['reply']>;
export type IpcValue<Verb extends IpcVerb> = Extract<IpcReply<Verb>, { ok: true }>['value'];

/** What the preload script puts on `window.kiosk`: one function a verb, and nothing more. */
export type KioskBridge = {
  readonly [Verb in IpcVerb]: (request: IpcRequest<Verb>) => Promise<IpcReply<Verb>>;
};
