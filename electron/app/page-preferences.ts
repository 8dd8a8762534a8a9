import { join } from 'node:path';
import type { Session, WebPreferences } from 'electron';

/** What every page of the program is opened with. */
export interface PageParts {
  /** Folder of the built program that holds `preload/`. */
  readonly programFolder: string;
  readonly session: Session;
  /** An inspector can be attached; only for windows of development and tests. */
  readonly isInspectable: boolean;
}

/**
 * Electron security checklist 2, 3, 4, 6, 11: written out, so that a changed default changes nothing.
 */
export function pagePreferences(parts: PageParts): WebPreferences {
  return {
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
    preload: join(parts.programFolder, 'preload', 'preload.cjs'),
    session: parts.session,
    devTools: parts.isInspectable,
    disableDialogs: true,
    spellcheck: false,
    backgroundThrottling: false,
  };
}
