import type { Terminal } from '../../shared/ipc/contract.ts';
import type { Settings } from '../config/settings.ts';

/**
 * What the screen is told about this terminal.
 * @param refusal why it does not start, if it does not
 */
export function describeTerminal(settings: Settings, refusal?: Terminal['refusal']): Terminal {
  return {
    ...(refusal === undefined ? {} : { refusal }),
    mode: settings.mode,
    hallName: settings.hallName,
    language: settings.language,
    verdictSeconds: settings.verdictSeconds,
    foreignCodeSeconds: settings.foreignCodeSeconds,
    rearmMilliseconds: settings.rearmMilliseconds,
    camera: settings.camera,
    wedge: settings.wedge,
    soundVolume: settings.soundVolume,
    hideLowGradesInPublic: settings.hideLowGradesInPublic,
    helpWindow: settings.helpWindow,
    outOfOrder: settings.outOfOrder,
  };
}

/** The hall whose services count; `undefined` = all halls. */
export function hallOf({ hallId }: Settings): string | undefined {
  return hallId === '' ? undefined : hallId;
}
