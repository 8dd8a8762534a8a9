import * as v from 'valibot';

/** The form of a vector file; see the README beside it. */
export const VectorFile = v.strictObject({
  description: v.string(),
  bundle: v.strictObject({
    issuers: v.unknown(),
    policy: v.unknown(),
    statusLists: v.record(v.string(), v.string()),
    currentAsOf: v.strictObject({ issuers: v.number(), policy: v.number(), status: v.number() }),
  }),
  cases: v.array(
    v.strictObject({
      name: v.string(),
      text: v.string(),
      at: v.number(),
      hall: v.exactOptional(v.string()),
      withoutTrust: v.exactOptional(v.literal(true)),
      lastScanAt: v.exactOptional(v.number()),
      recentlyPresented: v.exactOptional(v.array(v.string())),
      expected: v.strictObject({
        outcome: v.string(),
        code: v.string(),
        kind: v.exactOptional(v.string()),
        notes: v.array(v.string()),
        open: v.exactOptional(v.array(v.string())),
      }),
    }),
  ),
});
export type VectorFile = v.InferOutput<typeof VectorFile>;
export type VectorCase = VectorFile['cases'][number];
