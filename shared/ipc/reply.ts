import * as v from 'valibot';

/** Why a request was not answered; the screen has words for each. */
export const IPC_FAILURE_CODES = ['bad-request', 'foreign-sender', 'internal-error'] as const;
export type IpcFailureCode = (typeof IPC_FAILURE_CODES)[number];

const IpcFailure = v.strictObject({ ok: v.literal(false), code: v.picklist(IPC_FAILURE_CODES) });

/** Every reply is the value asked for, or the code of a failure. */
export function answer<const Reply extends v.GenericSchema>(reply: Reply) {
  return v.variant('ok', [v.strictObject({ ok: v.literal(true), value: reply }), IpcFailure]);
}
