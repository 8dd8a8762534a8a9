import * as v from 'valibot';
import {
  type IpcReply,
  type IpcRequest,
  type IpcValue,
  type IpcVerb,
  ipcContract,
} from '../../shared/ipc/contract.ts';
import type { Log } from '../ports.ts';
import { isOwnAddress } from '../security/own-origin.ts';

/** One function a verb; it gets the parser's output and its result is wrapped as a reply. */
export type IpcHandlers = {
  readonly [Verb in IpcVerb]: (
    request: IpcRequest<Verb>,
  ) => IpcValue<Verb> | Promise<IpcValue<Verb>>;
};

/** The part of Electron's event that says who is asking. */
export interface IpcEvent {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** The part of Electron's `ipcMain` that is needed here. */
export interface IpcRegistrar {
  handle(channel: string, listener: (event: IpcEvent, request: unknown) => unknown): void;
}

/** Registers a listener for each verb of the contract. A verb without a handler does not compile. */
export function registerHandlers(registrar: IpcRegistrar, handlers: IpcHandlers, log: Log): void {
  for (const verb of Object.keys(ipcContract) as IpcVerb[]) {
    const handler: (request: never) => unknown = handlers[verb];
    registrar.handle(ipcContract[verb].channel, (event, request) =>
      isOwnMainFrame(event)
        ? answer(verb, { request, handler, log })
        : { ok: false, code: 'foreign-sender' },
    );
  }
}

/** Electron security checklist 17, checked here and nowhere else. */
function isOwnMainFrame(event: IpcEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

interface Question {
  readonly request: unknown;
  readonly handler: (request: never) => unknown;
  readonly log: Log;
}

async function answer(verb: IpcVerb, question: Question): Promise<IpcReply<IpcVerb>> {
  const parsed = v.safeParse(ipcContract[verb].request, question.request);
  if (!parsed.success) return { ok: false, code: 'bad-request' };
  try {
    // The request was parsed with the schema of this very verb; the compiler cannot pair the two.
    const value = await question.handler(parsed.output as never);
    return { ok: true, value } as IpcReply<IpcVerb>;
  } catch (error) {
    question.log.error(`handler-failed:${verb}`, error);
    return { ok: false, code: 'internal-error' };
  }
}
