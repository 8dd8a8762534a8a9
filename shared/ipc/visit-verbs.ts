import * as v from 'valibot';
import { SlipLength } from './desk-verbs.ts';
import { answer } from './reply.ts';

/** What a visitor at a kiosk can ask the main process for besides an answer. */
export const visitVerbs = {
  /** Prints the slip the page holds ready, on the kiosk's own printer; at a desk `off`. */
  printVisitorSlip: {
    channel: 'kiosk:print-visitor-slip',
    request: v.strictObject({ lengthMillimetres: SlipLength }),
    reply: answer(v.picklist(['sent', 'off', 'no-printer', 'failed'])),
  },
} as const;
