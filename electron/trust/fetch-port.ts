import type { Result } from '../../shared/result.ts';
import type { TrustFailureCode } from './trust-failure.ts';

/** One file of the repository. Nobody beyond the port can name an address. */
export interface FetchRequest {
  /** Relative to the repository, for example `metadata/timestamp.json`. */
  readonly path: string;
  readonly maxBytes: number;
}

/** Why a file did not arrive. Whether a missing file matters is for the asker to say. */
export type FetchFailure =
  | 'not-there'
  | Extract<
      TrustFailureCode,
      | 'unreachable'
      | 'too-slow'
      | 'bad-tls'
      | 'wrong-ca'
      | 'server-error'
      | 'redirected'
      | 'too-large'
      | 'cut-short'
    >;
export const FETCH_FAILURES = [
  'not-there',
  'unreachable',
  'too-slow',
  'bad-tls',
  'wrong-ca',
  'server-error',
  'redirected',
  'too-large',
  'cut-short',
] as const satisfies readonly FetchFailure[];

/** Fetches files of one repository, of one origin, and nothing else. Bytes are as sent, by anybody. */
export interface FetchPort {
  fetch(request: FetchRequest): Promise<Result<Uint8Array, FetchFailure>>;
  /** Cuts whatever is under way. */
  close(): void;
}

/** Where a repository lies and how long silence is borne. */
export interface FetchOptions {
  /** From `parseRepositoryUrl`: ends with a slash. */
  readonly repository: URL;
  /** Milliseconds without a byte after which an answer is given up. */
  readonly stallMs: number;
}

// Anything else is no file of a repository, so that no spelling of `..` or `//host` has to be known.
const FILE_PATH =
  /^(?:metadata\/(?:timestamp\.json|[1-9]\d{0,15}\.[a-z]{1,20}\.json)|targets\/(?:status\/)?[0-9a-f]{64}\.[0-9A-Za-z][0-9A-Za-z._-]{0,99})$/;

/** The address of a repository file; `undefined` for a path that is none. */
export function addressOf(repository: URL, path: string): URL | undefined {
  return FILE_PATH.test(path) ? new URL(path, repository) : undefined;
}

/** Reads the address of a repository from configuration: HTTP(S), no credentials, no query. */
export function parseRepositoryUrl(text: string): URL | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
  // Plain HTTP is allowed: every byte is signed, and closed networks of halls may have nothing else.
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return undefined;
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
