import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import type { Log } from '../ports.ts';
import { APP_SCHEME } from '../security/own-origin.ts';
import { appFileOf } from './app-files.ts';
import { responseHeaders } from './response-headers.ts';

/** Declares our scheme to Chromium as a real, secure origin. Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the built renderer as `app://kiosk/…` in one session (Electron security checklist 18:
 * no `file://`). What is not on the allow-list, or not there, is a plain 404.
 */
export function serveAppProtocol(session: Session, rendererFolder: string, log: Log): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? appFileOf(request.url) : undefined;
    if (file === undefined) return notFound();
    try {
      const bytes = await readFile(join(rendererFolder, file.path));
      return new Response(bytes, { headers: responseHeaders(file.contentType) });
    } catch (error) {
      log.error('app-file-unreadable', error);
      return notFound();
    }
  });
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: responseHeaders('text/plain') });
}
