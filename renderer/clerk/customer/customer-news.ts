import * as v from 'valibot';
import { IPC_FAILURE_CODES } from '../../../shared/ipc/reply.ts';
import { VerdictSchema } from '../../../shared/verify/verdict.ts';

/** The name under which the desk's two windows, pages of one origin, talk to each other. */
export const CUSTOMER_CHANNEL = 'desk-customer';

/** What the visitor's window is told. It sees the answer and nothing else of the desk. */
export const CustomerNews = v.variant('kind', [
  /** The visitor's window is there and knows nothing yet. */
  v.strictObject({ kind: v.literal('hello') }),
  /** The visitor's window was closed. */
  v.strictObject({ kind: v.literal('goodbye') }),
  v.strictObject({
    kind: v.literal('show'),
    language: v.picklist(['zh-CN', 'en']),
    isTraining: v.boolean(),
    answer: v.nullable(
      v.strictObject({
        scan: v.pipe(v.number(), v.safeInteger()),
        content: v.variant('kind', [
          v.strictObject({ kind: v.literal('verdict'), verdict: VerdictSchema }),
          v.strictObject({ kind: v.literal('check-failed'), code: v.picklist(IPC_FAILURE_CODES) }),
        ]),
      }),
    ),
  }),
]);
export type CustomerNews = v.InferOutput<typeof CustomerNews>;
export type ShownToCustomer = Extract<CustomerNews, { kind: 'show' }>;
