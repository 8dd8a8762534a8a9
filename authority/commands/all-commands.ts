import type { Command } from './command.ts';

/** Each is loaded when it is called: what prints pages should not slow down what looks up a code. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  generate: async () => (await import('./generate.ts')).generate,
  import: async () => (await import('./import.ts')).importCommand,
  rate: async () => (await import('./rate.ts')).rate,
  explain: async () => (await import('./explain.ts')).explain,
  lookup: async () => (await import('./lookup.ts')).lookup,
  issue: async () => (await import('./issue.ts')).issue,
  revoke: async () => (await import('./change-certificate.ts')).revoke,
  suspend: async () => (await import('./change-certificate.ts')).suspend,
  reinstate: async () => (await import('./change-certificate.ts')).reinstate,
  'check-policy': async () => (await import('./check-policy.ts')).checkPolicy,
  publish: async () => (await import('./publish.ts')).publish,
  refresh: async () => (await import('./refresh.ts')).refresh,
  prune: async () => (await import('./prune.ts')).prune,
  'rotate-key': async () => (await import('./rotate-key.ts')).rotateKey,
  'rotate-root': async () => (await import('./rotate-root.ts')).rotateRoot,
  'rotate-issuer-key': async () => (await import('./rotate-issuer-key.ts')).rotateIssuerKeyCommand,
  bundle: async () => (await import('./bundle.ts')).bundle,
  'access-code': async () => (await import('./access-code.ts')).accessCode,
  serve: async () => (await import('./serve.ts')).serve,
};
