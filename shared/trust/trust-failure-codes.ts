/**
 * Why trust data was not taken: one closed list for synchronising, importing and re-verifying.
 * Whatever it is, the bundle held before stays as it was.
 */
export const TRUST_FAILURES = [
  /** No connection: network down, name not found, connection refused. */
  'unreachable',
  /** The deadline of the whole synchronisation, or of one answer, ran out. */
  'too-slow',
  /** The server's certificate is not one this machine trusts. */
  'bad-tls',
  /** The server's certificate does not come from an authority the administrator named. */
  'wrong-ca',
  /** The administrator's file of authorities cannot be used, so that no server can be believed. */
  'ca-unusable',
  /** The server answered with an error, or without a file it must have. */
  'server-error',
  /** The answer pointed elsewhere; only one origin is allowed. */
  'redirected',
  /** The answer is no trust repository, for example a captive portal's page. */
  'not-a-repository',
  /** More bytes than the limit for that file, announced or sent. */
  'too-large',
  /** The connection ended before the file did. */
  'cut-short',
  /** A file differs in length or hash from what signed metadata says. */
  'wrong-content',
  /** Metadata that is no JSON, of the wrong form, with impossible dates or versions. */
  'malformed-metadata',
  /** Fewer valid signatures than the role's threshold. */
  'bad-signatures',
  /** A role's version is lower than one seen before. */
  'rolled-back',
  /** Metadata has expired: somebody may be holding new data back. */
  'expired',
  /** Metadata files that do not belong together. */
  'inconsistent',
  /** A file is listed by a role that may not speak about it, or by none. */
  'not-delegated',
  /** Everything is signed, but a document inside cannot be used. */
  'unusable-document',
  /** This machine's clock is behind what is already known. */
  'clock-implausible',
  /** The disk is full, read-only or failing. */
  'disk-error',
  /** Another process is synchronising this folder. */
  'busy',
  /** The synchronising process ended without an answer. */
  'process-died',
] as const;
export type TrustFailureCode = (typeof TRUST_FAILURES)[number];
