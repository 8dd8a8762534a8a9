import type { ResolvedSettings } from './resolve-settings.ts';
import { DEFAULT_SETTINGS, SETTING_NAMES, SETTINGS, type SettingName } from './settings.ts';

/** A value in force and where it came from, fit to be shown to anybody. */
export interface PrintableSetting {
  readonly key: SettingName;
  readonly value: unknown;
  readonly source: string;
  readonly place?: string;
}

/** Everything in force; of a secret only whether it is set. */
export function printableSettings(resolved: ResolvedSettings): readonly PrintableSetting[] {
  return SETTING_NAMES.map((key) => {
    const { source, place } = resolved.origins[key];
    const value = resolved.settings[key];
    const isSet = value !== DEFAULT_SETTINGS[key];
    const shown = SETTINGS[key].isSecret === true ? (isSet ? '(set)' : '(not set)') : value;
    return { key, value: shown, source, ...(place === undefined ? {} : { place }) };
  });
}
