import { createReadStream, realpathSync, type Stats, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream';

// Anything else is not a file of a repository, so that no spelling of `..` has to be recognised.
const FILE_PATH =
  /^\/(?:metadata\/(?:timestamp\.json|[1-9]\d*\.[a-z]+\.json)|targets\/(?:status\/)?[0-9a-f]{64}\.[0-9A-Za-z][0-9A-Za-z._-]{0,99})$/;

const IMMUTABLE = 'public, max-age=31536000, immutable';
const ALWAYS_ASK = 'no-cache';
// A client asks for the next root each time; a cached "not there" would hide a rotation.
const NOT_STORED = 'no-store';

/**
 * Answers a request for a file of a repository folder: GET and HEAD, and nothing else. Names that
 * carry a version or a hash may be cached for ever, the timestamp is asked for anew each time.
 * The path is taken as it was sent, before any framework has decoded it.
 */
export function answerFromRepository(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD', 'Cache-Control': NOT_STORED }).end();
    return;
  }
  const path = request.url ?? '';
  const file = FILE_PATH.test(path) ? fileAt(folder, path) : undefined;
  if (file === undefined) {
    response.writeHead(404, { 'Cache-Control': NOT_STORED }).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    'Content-Length': file.stats.size,
    'Cache-Control': path === '/metadata/timestamp.json' ? ALWAYS_ASK : IMMUTABLE,
    'Last-Modified': file.stats.mtime.toUTCString(),
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A client that goes away ends the stream; there is nobody left to tell.
  pipeline(createReadStream(file.path), response, () => {});
}

interface ServedFile {
  readonly path: string;
  readonly stats: Stats;
}

function fileAt(folder: string, path: string): ServedFile | undefined {
  try {
    // Links are followed first, because one could lead out of the folder.
    const file = realpathSync(join(folder, path));
    const stats = statSync(file);
    const isInside = file.startsWith(realpathSync(folder) + sep);
    return isInside && stats.isFile() ? { path: file, stats } : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
