import type { BrowserWindow } from 'electron';
import type { IpcRequest, IpcValue } from '../../shared/ipc/contract.ts';
import type { Configuration } from '../config/configuration.ts';
import { printSlip } from '../desk/print-slip.ts';
import type { Log } from '../ports.ts';
import { visitorPaper } from './terminal.ts';

/** A printer that says nothing for so long is not waited for: the visitor wants to go. */
const PRINTER_LIMIT_MS = 15_000;

interface VisitorPrinting {
  readonly window: () => BrowserWindow | undefined;
  readonly configuration: Configuration;
  readonly log: Log;
}

/** Prints what the kiosk's page holds ready as a slip; one at a time. */
export function createVisitorPrinting({ window, configuration, log }: VisitorPrinting) {
  let isPrinting = false;
  return async ({
    lengthMillimetres,
  }: IpcRequest<'printVisitorSlip'>): Promise<IpcValue<'printVisitorSlip'>> => {
    const settings = configuration.settings();
    const paper = visitorPaper(settings);
    const page = window();
    if (paper === 'none' || settings.mode !== 'kiosk') return 'off';
    if (page === undefined || isPrinting) return 'failed';
    isPrinting = true;
    const { printerName } = settings;
    const printing = printSlip(page, { paper, lengthMillimetres, printerName }, log);
    const outcome = await Promise.race([printing, silenceOfPrinter()]);
    isPrinting = false;
    if (outcome === 'sent') log.info('visitor-slip-printed');
    return outcome === 'cancelled' ? 'failed' : outcome;
  };
}

function silenceOfPrinter(): Promise<'failed'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('failed'), PRINTER_LIMIT_MS).unref();
  });
}
