import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Session, session } from 'electron';
import { appFileOf } from '../app/app-files.ts';
import { responseHeaders } from '../app/response-headers.ts';
import type { Log } from '../ports.ts';
import { fetchNoDictionaries } from '../security/no-dictionaries.ts';
import { APP_SCHEME } from '../security/own-origin.ts';
import { isReaderAddress, READER_HOST } from './reader-address.ts';

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>-</title><script type="module" src="/assets/reader.js"></script>';

const prepared = new WeakSet<Session>();

/**
 * The session of the page that reads files: in memory, shared with no other page, and with nothing
 * to ask for but its own script and decoders.
 */
export function readerSession(folder: string, log: Log): Session {
  const own = session.fromPartition('file-reader', { cache: false });
  fetchNoDictionaries(own);
  if (prepared.has(own)) return own;
  prepared.add(own);
  // Replaces the rule that lets the screen's files through.
  own.webRequest.onBeforeRequest((details, callback) => {
    const isAllowed = isReaderAddress(details.url);
    if (!isAllowed) log.warn('request-cancelled', { kind: 'file-reader' });
    callback({ cancel: !isAllowed });
  });
  own.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? appFileOf(request.url, READER_HOST) : undefined;
    if (file === undefined) return answer(null, 'text/plain', 404);
    if (file.path === 'index.html') return answer(PAGE, file.contentType);
    return answer(await readFile(join(folder, file.path)), file.contentType);
  });
  return own;
}

function answer(body: string | Uint8Array | null, contentType: string, status = 200): Response {
  return new Response(body, { status, headers: responseHeaders(contentType) });
}
