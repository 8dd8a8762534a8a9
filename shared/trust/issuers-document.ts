import * as v from 'valibot';
import { LocalizedText } from './policy-terms.ts';

/** States of an issuer key: in use, no longer signing, or leaked. */
export const KEY_STATES = ['active', 'retired', 'withdrawn'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** What a key may sign. Keeps an online key from signing what only the offline key may. */
export const KEY_USES = ['certificate', 'presentation', 'status'] as const;
export type KeyUse = (typeof KEY_USES)[number];

const Time = v.pipe(v.number(), v.safeInteger());

// Suites and uses are open texts: a document that already names a future one has to stay readable.
const IssuerKeySchema = v.object({
  kid: v.pipe(v.string(), v.regex(/^[0-9A-Fa-f]{16}$/)),
  suite: v.string(),
  /** SubjectPublicKeyInfo, DER in base64. */
  spki: v.string(),
  notBefore: Time,
  notAfter: Time,
  state: v.picklist(KEY_STATES),
  uses: v.array(v.string()),
});

/** `issuers.json` of the trust repository: who may sign, with which keys, for what and when. */
export const IssuersDocument = v.object({
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  issuers: v.array(
    v.object({
      /** Division code of the office, GB/T 2260. */
      id: v.pipe(v.string(), v.regex(/^[0-9]{6}$/)),
      name: LocalizedText,
      keys: v.array(IssuerKeySchema),
    }),
  ),
});
export type IssuersDocument = v.InferOutput<typeof IssuersDocument>;
