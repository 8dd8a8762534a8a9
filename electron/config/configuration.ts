import * as v from 'valibot';
import type { ChangeOutcome } from '../../shared/ipc/staff-verbs.ts';
import type { Log } from '../ports.ts';
import { caProblems } from './ca-problems.ts';
import type { ConfigFiles } from './config-files.ts';
import type { ConfigLayer, ConfigProblem } from './config-layer.ts';
import { logoProblems } from './logo-file.ts';
import { readLayer } from './read-layer.ts';
import { type ResolvedSettings, resolveSettings } from './resolve-settings.ts';
import { SETTINGS, type SettingName, type Settings } from './settings.ts';

/** The configuration of a running terminal: read from its files, changed in the local one only. */
export interface Configuration {
  readonly files: ConfigFiles;
  resolved(): ResolvedSettings;
  settings(): Settings;
  /** Whether somebody stronger than the staff menu has decided about a key. */
  isLocked(name: SettingName): boolean;
  change<Name extends SettingName>(name: Name, value: Settings[Name]): ChangeOutcome;
  /** Returns the local settings to their defaults, but for the named ones. */
  forgetLocal(keep: readonly SettingName[]): void;
  /** Reads the files again: an administrator may have written one on another terminal. */
  reload(): void;
}

/** Changes the local file; `false` when the disk does not take it. */
export interface LocalSettings {
  write(name: SettingName, value: unknown): boolean;
  /** Removes all values but the named ones. */
  forget(keep: readonly SettingName[]): boolean;
}

/** What a configuration is made from. */
export interface ConfigurationParts {
  readonly files: ConfigFiles;
  readonly switches: ConfigLayer;
  readonly local: LocalSettings;
  readonly log: Log;
}

/** Reads the files and names in the log what cannot be used. */
export function openConfiguration(parts: ConfigurationParts): Configuration {
  let resolved = readAll(parts.files, parts.switches);
  logProblems(resolved.problems, parts.log);
  const isLocked = (name: SettingName): boolean => {
    const { source } = resolved.origins[name];
    return source !== 'local' && source !== 'default';
  };
  const reload = (): void => {
    resolved = readAll(parts.files, parts.switches);
  };
  return {
    files: parts.files,
    resolved: () => resolved,
    settings: () => resolved.settings,
    isLocked,
    change: (name, value) => {
      if (isLocked(name)) return 'locked';
      const schema: v.GenericSchema = SETTINGS[name].schema;
      if (!v.is(schema, value)) return 'bad-value';
      if (!parts.local.write(name, value)) return 'disk-error';
      parts.log.info('setting-changed', { name });
      reload();
      return 'changed';
    },
    forgetLocal: (keep) => {
      parts.local.forget(keep);
      reload();
    },
    reload,
  };
}

/** Reads everything once, changing nothing. */
export function readAll(files: ConfigFiles, switches: ConfigLayer): ResolvedSettings {
  const read = [
    readLayer('machine-policy', files.machinePolicy),
    readLayer('site', files.site, files.isSiteNamed),
    readLayer('local', files.local),
  ];
  const resolved = resolveSettings([...read.map(({ layer }) => layer), switches]);
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...resolved.problems,
    ...caProblems(resolved),
    ...logoProblems(resolved),
  ];
  return { ...resolved, problems };
}

function logProblems(problems: readonly ConfigProblem[], log: Log): void {
  for (const { place, key = null, reason, detail = null } of problems) {
    log.warn('config-problem', { file: place, key, reason, detail });
  }
}
