import * as v from 'valibot';
import { CameraSettingsSchema, DEFAULT_CAMERA_SETTINGS } from '../../shared/ipc/camera-settings.ts';
import { parseRepositoryUrl } from '../trust/fetch-port.ts';

const WholeNumber = v.pipe(v.number(), v.safeInteger());
const RepositoryUrl = v.pipe(
  v.string(),
  v.maxLength(2_048),
  v.check((text) => parseRepositoryUrl(text) !== undefined),
);
const Name = v.pipe(v.string(), v.maxLength(60));

/** What an administrator can set; nothing here is a trust decision. */
const SETTINGS = {
  /** A kiosk for visitors, or a clerk's desk. */
  mode: v.picklist(['kiosk', 'desk']),
  /** Hall of this terminal as the signed policy names it; empty = the services of all halls. */
  hallId: Name,
  /** Shown in the corner of the screen. */
  hallName: Name,
  /** Language a visit starts with. */
  language: v.picklist(['zh-CN', 'en']),
  /** How long a verdict stays; at least the 20 s in which a visitor can ask for more (WCAG 2.2.1). */
  verdictSeconds: v.pipe(WholeNumber, v.minValue(5), v.maxValue(600)),
  /** How long the screen about a foreign code stays. */
  foreignCodeSeconds: v.pipe(WholeNumber, v.minValue(3), v.maxValue(120)),
  /** Loudness of the terminal's sounds in percent, spoken prompts included; 0 = silent. */
  soundVolume: v.pipe(WholeNumber, v.minValue(0), v.maxValue(100)),
  /** The two lowest grades stay covered until the visitor asks to see them: passers-by read screens. */
  hideLowGradesInPublic: v.boolean(),
  /** Window nearest to this terminal, named where it cannot help itself; empty = a staffed window. */
  helpWindow: Name,
  /** Taken out of service by staff. */
  outOfOrder: v.boolean(),
  /** How long a code has to be out of view before it counts as a new scan. */
  rearmMilliseconds: v.pipe(WholeNumber, v.minValue(0), v.maxValue(10_000)),
  /** Within how many minutes the same certificate counts as presented before. */
  presentedBeforeMinutes: v.pipe(WholeNumber, v.minValue(0), v.maxValue(1_440)),
  /** Folder of the trust bundle; empty = the usual places. */
  trustFolder: v.pipe(v.string(), v.maxLength(4_096)),
  /** Address of the trust repository; empty = never synchronise. */
  repositoryUrl: v.union([v.literal(''), RepositoryUrl]),
  /** Minutes between two synchronisations; the timestamp of a repository lives for a day. */
  syncIntervalMinutes: v.pipe(WholeNumber, v.minValue(5), v.maxValue(1_440)),
  /** Which camera, how it is mounted, and what is asked of it. */
  camera: CameraSettingsSchema,
  /** Name of this terminal or desk in its log, for example `窗口 12`. */
  terminalName: Name,
  /** Whether a desk's log keeps whole company codes and names; a kiosk's never does. */
  auditKeepsCompany: v.boolean(),
  /** Days after which entries of the log are deleted. */
  auditRetentionDays: v.pipe(WholeNumber, v.minValue(1), v.maxValue(3_660)),
} as const;

export type Settings = {
  readonly [Key in keyof typeof SETTINGS]: v.InferOutput<(typeof SETTINGS)[Key]>;
};
export type SettingName = keyof Settings;

export const DEFAULT_SETTINGS: Settings = {
  mode: 'kiosk',
  hallId: '',
  hallName: '',
  language: 'zh-CN',
  verdictSeconds: 30,
  foreignCodeSeconds: 8,
  soundVolume: 60,
  hideLowGradesInPublic: false,
  helpWindow: '',
  outOfOrder: false,
  rearmMilliseconds: 1_500,
  presentedBeforeMinutes: 10,
  trustFolder: '',
  repositoryUrl: '',
  syncIntervalMinutes: 60,
  camera: DEFAULT_CAMERA_SETTINGS,
  terminalName: '',
  auditKeepsCompany: false,
  // The Cybersecurity Law (article 21) asks for at least six months of logs.
  auditRetentionDays: 190,
};

/** Settings that could be read, and the names of those that could not and got their default. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly invalid: readonly SettingName[];
}

/** Reads what is stored, value by value: one wrong value does not cost the others. */
export function parseSettings(stored: Readonly<Record<string, unknown>>): ReadSettings {
  const names = Object.keys(SETTINGS) as SettingName[];
  const results = names.map((name) => {
    const value = Object.hasOwn(stored, name) ? stored[name] : DEFAULT_SETTINGS[name];
    return { name, parsed: v.safeParse(SETTINGS[name], value) };
  });
  const readable = results.flatMap(({ name, parsed }) =>
    parsed.success ? [[name, parsed.output]] : [],
  );
  return {
    // Each value was parsed with the schema of its own name.
    settings: { ...DEFAULT_SETTINGS, ...(Object.fromEntries(readable) as Partial<Settings>) },
    invalid: results.flatMap(({ name, parsed }) => (parsed.success ? [] : [name])),
  };
}
