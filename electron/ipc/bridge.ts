import * as v from 'valibot';
import {
  type IpcReply,
  type IpcVerb,
  ipcContract,
  type KioskBridge,
} from '../../shared/ipc/contract.ts';

/** Sends a request over a channel; in the program this is `ipcRenderer.invoke`. */
export type Invoke = (channel: string, request: unknown) => Promise<unknown>;

/**
 * Builds what the page sees as `window.kiosk`: one function for each verb of the contract and
 * nothing else. Requests are parsed before they are sent and replies when they arrive, so that
 * neither side has to believe the other.
 */
export function buildBridge(invoke: Invoke): KioskBridge {
  const verbs = Object.keys(ipcContract) as IpcVerb[];
  const entries = verbs.map((verb) => [verb, (request: unknown) => ask(verb, request, invoke)]);
  // The keys are the contract's own, so the record has exactly the bridge's functions.
  return Object.freeze(Object.fromEntries(entries)) as KioskBridge;
}

async function ask(verb: IpcVerb, request: unknown, invoke: Invoke): Promise<IpcReply<IpcVerb>> {
  const { channel, request: requestSchema, reply: replySchema } = ipcContract[verb];
  const parsed = v.safeParse(requestSchema, request);
  if (!parsed.success) return { ok: false, code: 'bad-request' };
  const reply = v.safeParse(replySchema, await invoke(channel, parsed.output));
  return reply.success ? reply.output : { ok: false, code: 'internal-error' };
}
