import type { Terminal } from '../../shared/ipc/contract.ts';
import type { LaunchOptions } from '../adapters/launch-options.ts';
import type { Settings } from '../adapters/settings.ts';

/** What the screen is told about this terminal; the command line goes before the settings. */
export function describeTerminal(settings: Settings, options: LaunchOptions): Terminal {
  return {
    mode: options.mode ?? settings.mode,
    hallName: settings.hallName,
    language: settings.language,
    verdictSeconds: options.verdictSeconds ?? settings.verdictSeconds,
    foreignCodeSeconds: settings.foreignCodeSeconds,
    rearmMilliseconds: settings.rearmMilliseconds,
    camera: settings.camera,
    soundVolume: settings.soundVolume,
    hideLowGradesInPublic: settings.hideLowGradesInPublic,
    helpWindow: settings.helpWindow,
    outOfOrder: settings.outOfOrder,
  };
}

/** The hall whose services count; `undefined` = all halls. */
export function hallOf(settings: Settings, options: LaunchOptions): string | undefined {
  const hall = options.hall ?? settings.hallId;
  return hall === '' ? undefined : hall;
}
