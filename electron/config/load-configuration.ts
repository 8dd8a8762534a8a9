import { existsSync } from 'node:fs';
import type { LaunchOptions } from '../adapters/launch-options.ts';
import type { Log } from '../ports.ts';
import { type ConfigFiles, configFilesOf } from './config-files.ts';
import { type Configuration, openConfiguration, type WriteLocal } from './configuration.ts';
import { switchLayer } from './switch-layer.ts';

/** What this machine's configuration is found by. */
export interface ConfigurationRequest {
  readonly options: LaunchOptions;
  readonly userData: string;
  readonly writeLocal: WriteLocal;
  readonly log: Log;
}

/** The configuration of this machine with the switches it was started with. */
export function loadConfiguration(request: ConfigurationRequest): Configuration {
  const { options, writeLocal, log } = request;
  const files = machineFiles(options, request.userData);
  return openConfiguration({ files, switches: switchLayer(options), writeLocal, log });
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
