import { existsSync } from 'node:fs';
import type { LaunchOptions } from '../adapters/launch-options.ts';
import type { Log } from '../ports.ts';
import { type ConfigFiles, configFilesOf } from './config-files.ts';
import { type Configuration, type LocalSettings, openConfiguration } from './configuration.ts';
import { switchLayer } from './switch-layer.ts';

/** What this machine's configuration is found by. */
export interface ConfigurationRequest {
  readonly options: LaunchOptions;
  readonly userData: string;
  readonly local: LocalSettings;
  readonly log: Log;
}

/** The configuration of this machine with the switches it was started with. */
export function loadConfiguration(request: ConfigurationRequest): Configuration {
  const { options, local, log } = request;
  const files = machineFiles(options, request.userData);
  return openConfiguration({ files, switches: switchLayer(options), local, log });
}

/** Where the configuration lies on this machine. */
export function machineFiles(options: LaunchOptions, userData: string): ConfigFiles {
  return configFilesOf({
    platform: process.platform,
    env: process.env,
    userData,
    site: options.site,
    machinePolicy: options.machinePolicy,
    exists: existsSync,
  });
}
