import * as v from 'valibot';
import {
  CONFIG_SOURCES,
  type ConfigLayer,
  type ConfigProblem,
  type ConfigSource,
} from './config-layer.ts';
import {
  DEFAULT_SETTINGS,
  isSettingName,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
} from './settings.ts';

/** Which source decided about a key; `default` where none names it. */
export interface SettingOrigin {
  readonly source: ConfigSource | 'default';
  readonly place: string | undefined;
}

/** The configuration in force, where each value came from, and what could not be used. */
export interface ResolvedSettings {
  readonly settings: Settings;
  readonly origins: Readonly<Record<SettingName, SettingOrigin>>;
  readonly problems: readonly ConfigProblem[];
}

/**
 * The strongest source that names a key decides about it. If its value cannot be used, the default
 * stands, and not what a weaker source says: a slip in the machine policy must not hand a locked key
 * to whoever can write the other files.
 */
export function resolveSettings(layers: readonly ConfigLayer[]): ResolvedSettings {
  const ordered = CONFIG_SOURCES.flatMap((source) =>
    layers.filter((layer) => layer.source === source),
  );
  const decided = SETTING_NAMES.map((name) => [name, decide(name, ordered)] as const);
  const unknown = ordered.flatMap((layer) =>
    Object.keys(layer.values)
      .filter((key) => key !== '$schema' && !isSettingName(key))
      .map((key) => problemIn(layer, { key, reason: 'unknown-key' })),
  );
  const bad = ordered.flatMap((layer) => badValues(layer));
  return {
    // Each value was parsed with the schema of its own name.
    settings: Object.fromEntries(decided.map(([name, { value }]) => [name, value])) as Settings,
    origins: Object.fromEntries(
      decided.map(([name, { origin }]) => [name, origin]),
    ) as ResolvedSettings['origins'],
    problems: [...bad, ...unknown],
  };
}

function decide(name: SettingName, ordered: readonly ConfigLayer[]) {
  const layer = ordered.find(({ values }) => Object.hasOwn(values, name));
  if (layer === undefined) {
    const origin: SettingOrigin = { source: 'default', place: undefined };
    return { value: DEFAULT_SETTINGS[name], origin };
  }
  const parsed = parseValue(name, layer);
  const value = parsed.success ? parsed.output : DEFAULT_SETTINGS[name];
  return { value, origin: { source: layer.source, place: layer.place } };
}

function badValues(layer: ConfigLayer): readonly ConfigProblem[] {
  return SETTING_NAMES.flatMap((key) => {
    if (!Object.hasOwn(layer.values, key)) return [];
    const parsed = parseValue(key, layer);
    if (parsed.success) return [];
    const isSecret = SETTINGS[key].isSecret === true;
    const detail = isSecret ? 'not of the expected form' : parsed.issues[0].message;
    return [problemIn(layer, { key, reason: 'bad-value', detail })];
  });
}

function parseValue(name: SettingName, layer: ConfigLayer) {
  const schema: v.GenericSchema = SETTINGS[name].schema;
  // Switches have been read by their own rules, which let a test be quicker than a hall.
  return v.safeParse(layer.source === 'switch' ? v.unknown() : schema, layer.values[name]);
}

function problemIn(
  { source, place }: ConfigLayer,
  what: Pick<ConfigProblem, 'key' | 'reason' | 'detail'>,
): ConfigProblem {
  return { source, place, ...what };
}
