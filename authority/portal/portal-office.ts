import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from '../../shared/trust/policy.ts';
import type { LocalizedText } from '../../shared/trust/policy-terms.ts';
import { openOffice } from '../office/office-folder.ts';

/** What the portal says about the office and its grades. */
export interface PortalOffice {
  readonly issuer: string;
  readonly name: LocalizedText;
  readonly policy: Policy;
}

/**
 * Gives the office as its folder describes it now: a new policy is on the pages at once, without a
 * restart. A folder that is being edited, or was damaged, leaves what was read last.
 */
export function followOffice(folder: string): () => PortalOffice {
  let stamp = stampOf(folder);
  let office: PortalOffice = openOffice(folder);
  return () => {
    const current = stampOf(folder);
    if (current === stamp) return office;
    stamp = current;
    try {
      office = openOffice(folder);
    } catch {
      // Half-written by an editor: the next change is looked at again.
    }
    return office;
  };
}

function stampOf(folder: string): string {
  const times = ['office.json', 'policy.json'].map(
    (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs,
  );
  return times.join(' ');
}
