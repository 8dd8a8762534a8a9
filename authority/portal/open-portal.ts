import type { Passphrase } from '../keys/passphrase.ts';
import { openOffice } from '../office/office-folder.ts';
import { loadScheme } from '../rating/load-scheme.ts';
import { openSharedStore } from '../store/open-store.ts';
import { followOffice } from './portal-office.ts';
import { portalSecret } from './portal-secret.ts';
import type { PortalParts } from './server-parts.ts';

/** What the caller of the program decides about a portal. */
export interface PortalOptions {
  readonly publicUrl: URL | undefined;
  readonly ssoHeader: string | undefined;
  readonly schemeFile: string | URL;
  readonly passphrase: Passphrase;
}

// A server waits in place: rather one visitor is told to try again than all wait.
const BUSY_TIMEOUT_MS = 100;

/** Opens an office for its companies. Throws when a file is missing or the passphrase is wrong. */
export async function openPortal(folder: string, options: PortalOptions): Promise<PortalParts> {
  const { publicUrl, ssoHeader, schemeFile, passphrase } = options;
  const presentationKey = openOffice(folder, passphrase).keys.presentation;
  // Unlocked now, not at the first code: a wrong passphrase belongs to the start.
  presentationKey.key.sign(new Uint8Array());
  return {
    office: followOffice(folder),
    store: await openSharedStore(folder, BUSY_TIMEOUT_MS),
    presentationKey,
    scheme: loadScheme(schemeFile).scheme,
    secret: portalSecret(folder),
    publicUrl,
    ssoHeader,
  };
}
