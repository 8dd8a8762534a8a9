import { _electron, type ElectronApplication, type Page } from 'playwright';

/** What can deliver a camera picture to Chromium. */
export type CameraSwitches = { chromiumSwitches(): string[] };

/** How to start the program. */
export type KioskLaunch = {
  /** The packaged program, or an Electron. */
  readonly executable: string;
  /** Its arguments; an Electron wants the application's folder first. */
  readonly args?: readonly string[];
  /** Stands in for the webcam; without it the real one is used. */
  readonly camera?: CameraSwitches | undefined;
  /** An own folder for everything the program stores, so that runs do not meet. */
  readonly userDataDir: string;
  /** Added to this process's environment, for example `DISPLAY`. */
  readonly env?: Readonly<Record<string, string>>;
};

export type LaunchedKiosk = { readonly application: ElectronApplication; readonly page: Page };

const START_LIMIT_MS = 60_000;

/**
 * Starts the program under Playwright's control and waits for its first window.
 *
 * @throws Error when it does not come up within a minute.
 */
export async function launchKiosk(launch: KioskLaunch): Promise<LaunchedKiosk> {
  const application = await _electron.launch({
    executablePath: launch.executable,
    args: kioskArguments(launch),
    env: ownEnvironment(launch.env),
    // Playwright takes the sandbox away unless asked not to; root cannot have one.
    chromiumSandbox: !isRoot(),
    timeout: START_LIMIT_MS,
  });
  const page = await application.firstWindow({ timeout: START_LIMIT_MS });
  return { application, page };
}

/** The command line for a launch, without the program itself. */
export function kioskArguments({ args, camera, userDataDir }: KioskLaunch): string[] {
  return [
    ...(args ?? []),
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(camera?.chromiumSwitches() ?? []),
    // The first is the kiosk's own switch, the second Chromium's.
    `--user-data=${userDataDir}`,
    `--user-data-dir=${userDataDir}`,
  ];
}

/** Chromium refuses to start as root with its sandbox on. */
function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * This process's environment without the variables that would turn Electron into Node, and without what
 * suits tests: the program is to run as it does elsewhere.
 */
export function ownEnvironment(
  added: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS'].includes(entry[0]),
  );
  return { ...Object.fromEntries(inherited), ...added };
}
