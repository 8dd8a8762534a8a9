import { type BrowserWindow, clipboard } from 'electron';
import type { IpcRequest, IpcValue } from '../../shared/ipc/contract.ts';
import type { Desk, DeskChoices, SlipRequest } from '../../shared/ipc/desk-verbs.ts';
import type { AuditRecorder } from '../audit/audit-log.ts';
import type { StaffAction } from '../audit/entry.ts';
import type { Clock } from '../ports.ts';
import { type CustomerWindow, openCustomerWindow } from './customer-window.ts';
import type { DeskName } from './desk-name.ts';
import { type DeskWindowParts, openDeskWindow } from './desk-window.ts';
import { printSlip, saveSlip } from './print-slip.ts';
import { saveBatchTable } from './save-batch-table.ts';

/** What a desk consists of besides its windows. */
export interface DeskParts extends DeskWindowParts {
  readonly deskName: DeskName;
  readonly programVersion: string;
  readonly audit: AuditRecorder;
  readonly clock: Clock;
  /** The system's name of the printer for slips, as it is set at the moment; empty for none. */
  readonly printerName: () => string;
}

/** The clerk's desk: its window, the one for the visitor, and what the page asks of them. */
export class DeskService {
  readonly #parts: DeskParts;
  #window: BrowserWindow | undefined;
  #customer: CustomerWindow | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Opens the clerk's window; the program ends with it. */
  open(): BrowserWindow {
    const window = openDeskWindow(this.#parts);
    this.#window = window;
    window.on('closed', () => {
      this.#window = undefined;
      this.#customer?.window.close();
    });
    return window;
  }

  describe(): Desk {
    const { deskName, programVersion, memory } = this.#parts;
    return { deskName: deskName.current(), programVersion, choices: memory.choices };
  }

  async keepChoices(choices: DeskChoices): Promise<void> {
    await this.#parts.memory.keepChoices(choices);
  }

  /** Names the records before one is written. */
  recordAction({ action, deskName }: IpcRequest<'recordDeskAction'>): void {
    this.#parts.deskName.take(deskName);
    this.#record(action);
  }

  #record(action: StaffAction): void {
    const desk = this.#parts.deskName.current();
    this.#parts.audit.record({ kind: 'staff-action', action, ...(desk === '' ? {} : { desk }) });
  }

  copyText(text: string): void {
    clipboard.writeText(text);
  }

  async printSlip(request: SlipRequest): Promise<IpcValue<'printSlip'>> {
    const window = this.#window;
    if (window === undefined) return 'failed';
    const { printerName, log } = this.#parts;
    const result = await printSlip(window, { ...request, printerName: printerName() }, log);
    if (result === 'sent') this.#record('slip-printed');
    return result;
  }

  async saveSlip(request: SlipRequest): Promise<IpcValue<'saveSlip'>> {
    const window = this.#window;
    if (window === undefined) return 'failed';
    const result = await saveSlip(window, request, this.#parts.log);
    if (result === 'saved') this.#record('slip-saved');
    return result;
  }

  async saveBatchTable(table: IpcRequest<'saveBatchTable'>): Promise<IpcValue<'saveBatchTable'>> {
    const window = this.#window;
    return window === undefined ? 'failed' : saveBatchTable(window, table, this.#parts);
  }

  showCustomerWindow(isShown: boolean): IpcValue<'showCustomerWindow'> {
    if (!isShown || this.#window === undefined) {
      this.#customer?.window.close();
      return 'closed';
    }
    this.#customer ??= this.#openCustomer(this.#window);
    return this.#customer.place;
  }

  #openCustomer(desk: BrowserWindow): CustomerWindow {
    const customer = openCustomerWindow(this.#parts, desk);
    customer.window.on('closed', () => {
      this.#customer = undefined;
    });
    return customer;
  }
}
