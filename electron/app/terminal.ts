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
    terminalName: settings.terminalName,
    visitorPaper: visitorPaper(settings),
    slipNote: settings.slipNote,
    verdictSeconds: settings.verdictSeconds,
    foreignCodeSeconds: settings.foreignCodeSeconds,
    rearmMilliseconds: settings.rearmMilliseconds,
    camera: settings.camera,
    cameraPlace: settings.cameraPlace,
    wedge: settings.wedge,
    soundVolume: settings.soundVolume,
    hideLowGradesInPublic: settings.hideLowGradesInPublic,
    helpWindow: settings.helpWindow,
    outOfOrder: settings.outOfOrder,
  };
}

/** Paper for a visitor's slip: none without a printer that prints without being asked where. */
export function visitorPaper({ visitorSlip, printerName }: Settings): Terminal['visitorPaper'] {
  return printerName === '' ? 'none' : visitorSlip;
}

/** The hall whose services count; `undefined` = all halls. */
export function hallOf({ hallId }: Settings): string | undefined {
  return hallId === '' ? undefined : hallId;
}
