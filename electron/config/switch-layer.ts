import type { LaunchOptions } from '../adapters/launch-options.ts';
import type { ConfigLayer } from './config-layer.ts';
import type { Settings } from './settings.ts';

/** The switches of the command line that stand for settings. */
export function switchLayer(options: LaunchOptions): ConfigLayer {
  const values: { readonly [Name in keyof Settings]?: Settings[Name] | undefined } = {
    mode: options.mode,
    hallId: options.hall,
    verdictSeconds: options.verdictSeconds,
    trustFolder: options.trust,
    repositoryUrl: options.repository,
  };
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return { source: 'switch', place: 'command line', values: Object.fromEntries(given) };
}
