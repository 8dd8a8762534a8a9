import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { parseWindowMode, type WindowMode } from '../app/window-mode.ts';
import { parseRepositoryUrl } from '../trust/fetch-port.ts';

/** What the command line of the kiosk can set. */
export interface LaunchOptions {
  /** `--mode kiosk|desk`. */
  readonly mode: 'kiosk' | 'desk' | undefined;
  /** `--trust DIR`: folder of a trust bundle or of a trust repository. */
  readonly trust: string | undefined;
  /** `--root FILE`: the root of trust to start from instead of the shipped one. */
  readonly root: string | undefined;
  /** `--repository URL`: the trust repository to synchronise with. */
  readonly repository: string | undefined;
  /** `--hall ID`: hall as the signed policy names it. */
  readonly hall: string | undefined;
  /** `--windowed` or `--windowed=1080x1920`: a window instead of the whole screen. */
  readonly windowMode: WindowMode;
  /** `--site FILE`: the hall's or the district's settings. */
  readonly site: string | undefined;
  /** `--machine-policy FILE`: stands in for the machine's policy where it has none. */
  readonly machinePolicy: string | undefined;
  /** `--user-data DIR`: folder for settings, log and state. */
  readonly userData: string | undefined;
  /** `--verdict-seconds N`: how long a verdict stays. */
  readonly verdictSeconds: number | undefined;
  /** Names of switches whose value could not be read; they are ignored and logged. */
  readonly unreadable: readonly string[];
}

const Mode = v.picklist(['kiosk', 'desk']);
const Text = v.pipe(v.string(), v.minLength(1));
const RepositoryUrl = v.pipe(
  Text,
  v.check((text) => parseRepositoryUrl(text) !== undefined),
);
const Seconds = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1));
const Windowed = v.pipe(
  v.union([v.literal(true), v.string()]),
  v.transform(parseWindowMode),
  v.custom<WindowMode>((mode) => mode !== undefined),
);

/**
 * Reads the kiosk's own switches from a command line and skips all others, because
 * Chromium's and Electron's arrive in the same list.
 */
export function parseLaunchOptions(argv: readonly string[]): LaunchOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      mode: { type: 'string' },
      trust: { type: 'string' },
      root: { type: 'string' },
      repository: { type: 'string' },
      hall: { type: 'string' },
      windowed: { type: 'boolean' },
      site: { type: 'string' },
      'machine-policy': { type: 'string' },
      'user-data': { type: 'string' },
      'verdict-seconds': { type: 'string' },
    },
  });
  const unreadable: string[] = [];
  const read = <Value>(name: string, schema: v.GenericSchema<unknown, Value>) => {
    if (values[name] === undefined) return undefined;
    const parsed = v.safeParse(schema, values[name]);
    if (!parsed.success) unreadable.push(name);
    return parsed.success ? parsed.output : undefined;
  };
  return {
    mode: read('mode', Mode),
    trust: read('trust', Text),
    root: read('root', Text),
    repository: read('repository', RepositoryUrl),
    hall: read('hall', Text),
    windowMode: read('windowed', Windowed) ?? { kind: 'kiosk' },
    site: read('site', Text),
    machinePolicy: read('machine-policy', Text),
    userData: read('user-data', Text),
    verdictSeconds: read('verdict-seconds', Seconds),
    unreadable,
  };
}
