import { posix, win32 } from 'node:path';

/** The files the configuration of a terminal is read from. */
export interface ConfigFiles {
  /** Written by the machine's administrator only. */
  readonly machinePolicy: string;
  /** The hall's or the district's settings, the same for a fleet. */
  readonly site: string;
  /** Whether somebody named it, so that it has to be there. */
  readonly isSiteNamed: boolean;
  /** What the staff menu changes. */
  readonly local: string;
}

/** What decides where they lie. */
export interface ConfigSurroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userData: string;
  /** `--site FILE`. */
  readonly site: string | undefined;
  /** `--machine-policy FILE`. */
  readonly machinePolicy: string | undefined;
  readonly exists: (file: string) => boolean;
}

/**
 * Where this terminal's configuration lies. `--machine-policy` serves trials and tests: on a machine
 * that has a policy it would be a way around it, so there it is not heeded.
 */
export function configFilesOf(surroundings: ConfigSurroundings): ConfigFiles {
  const { platform, env, userData, site, exists } = surroundings;
  const { join } = platform === 'win32' ? win32 : posix;
  const installed = machinePolicyFile(platform, env);
  const machinePolicy = exists(installed) ? installed : (surroundings.machinePolicy ?? installed);
  return {
    machinePolicy,
    site: site ?? join(userData, 'site', 'site.json'),
    isSiteNamed: site !== undefined,
    local: join(userData, 'settings.json'),
  };
}

/** A place that only an administrator of the machine can write to. */
export function machinePolicyFile(
  platform: NodeJS.Platform,
  env: ConfigSurroundings['env'],
): string {
  switch (platform) {
    case 'win32':
      return win32.join(env.ProgramData ?? 'C:\\ProgramData', 'public-credit-kiosk', 'policy.json');
    case 'darwin':
      return '/Library/Application Support/public-credit-kiosk/policy.json';
    default:
      return '/etc/public-credit-kiosk/policy.json';
  }
}
