import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IssuersDocument } from '../shared/trust/issuers-document.ts';
import type { Policy } from '../shared/trust/policy.ts';

/** Everything a verifier needs, in the form the trust repository delivers it. */
export interface BundleContent {
  readonly issuers: IssuersDocument;
  readonly policy: Policy;
  /** Signed status lists by target name, `status/<name>`. */
  readonly statusLists: ReadonlyMap<string, Uint8Array>;
}

/** Writes a bundle folder: `issuers.json`, `policy.json` and `status/<name>`. */
export function writeBundle(folder: string, content: BundleContent): void {
  mkdirSync(join(folder, 'status'), { recursive: true });
  writeFileSync(join(folder, 'issuers.json'), formatDocument(content.issuers));
  writeFileSync(join(folder, 'policy.json'), formatDocument(content.policy));
  for (const [name, bytes] of content.statusLists) writeFileSync(join(folder, name), bytes);
}

function formatDocument(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
