import { failure, type Result } from '../../shared/result.ts';
import { type AnswerLike, collectBody } from './fetch-body.ts';
import { addressOf, type FetchFailure, type FetchOptions, type FetchPort } from './fetch-port.ts';

/** A request on its way, as the network behind it (Node's or Electron's) makes it. */
export interface RequestEvents {
  readonly onAnswer: (answer: AnswerLike) => void;
  readonly onRedirect: () => void;
  readonly onError: (error: Error) => void;
}
/** Sends a GET request without cookies and gives what cuts it off. */
export type SendRequest = (address: URL, events: RequestEvents) => () => void;

/** Headers of every request: the plain file, never one from somebody's cache without asking. */
export const REQUEST_HEADERS = {
  Accept: '*/*',
  'Accept-Encoding': 'identity',
  'Cache-Control': 'no-cache',
} as const;

/** A port over any network: own paths only, bounded bytes, bounded silence. */
export function createFetchPort(options: FetchOptions, send: SendRequest): FetchPort {
  const underWay = new Set<() => void>();
  return {
    fetch: async ({ path, maxBytes }) => {
      const address = addressOf(options.repository, path);
      if (address === undefined) return failure('not-there');
      return fetchOne({ address, maxBytes, stallMs: options.stallMs, send, underWay });
    },
    close: () => {
      for (const cut of underWay) cut();
    },
  };
}

interface OneFetch {
  readonly address: URL;
  readonly maxBytes: number;
  readonly stallMs: number;
  readonly send: SendRequest;
  readonly underWay: Set<() => void>;
}

async function fetchOne(fetch: OneFetch): Promise<Result<Uint8Array, FetchFailure>> {
  let stalled: NodeJS.Timeout | undefined;
  let cut = (): void => undefined;
  const answered = new Promise<Result<Uint8Array, FetchFailure>>((resolve) => {
    const onProgress = (): void => {
      clearTimeout(stalled);
      stalled = setTimeout(() => resolve(failure('too-slow')), fetch.stallMs);
    };
    onProgress();
    let isAnswered = false;
    const abort = fetch.send(fetch.address, {
      onAnswer: (answer) => {
        isAnswered = true;
        answer.on('data', onProgress);
        collectBody(answer, fetch.maxBytes).then(resolve, () => resolve(failure('cut-short')));
      },
      onRedirect: () => resolve(failure('redirected')),
      onError: (error) => resolve(failure(isAnswered ? 'cut-short' : nameNetworkError(error))),
    });
    cut = () => {
      resolve(failure('unreachable'));
      abort();
    };
    fetch.underWay.add(cut);
  });
  const result = await answered;
  clearTimeout(stalled);
  fetch.underWay.delete(cut);
  // A refused answer may be endless: nothing more of it is to arrive.
  cut();
  return result;
}

const TLS_ERROR =
  /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO|ERR_CERT|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|UNSPECIFIED)/;

/** No HTTP, headers without end, or packed in a way we did not ask for. */
const NO_HTTP_ANSWER = /^(?:HPE_|ERR_(?:CONTENT_DECODING|INVALID_HTTP|RESPONSE_HEADERS))/;

/** Names an error from before the answer. Node has it in `code`, Chromium as `net::NAME` in the message. */
export function nameNetworkError(error: Error): FetchFailure {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const name = code === '' ? error.message.replace('net::', '') : code;
  if (name === 'WRONG_CA') return 'wrong-ca';
  if (TLS_ERROR.test(name)) return 'bad-tls';
  if (/TIMED_?OUT/.test(name)) return 'too-slow';
  if (/CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED/.test(name)) return 'cut-short';
  if (NO_HTTP_ANSWER.test(name)) return 'server-error';
  return /REDIRECT/i.test(name) ? 'redirected' : 'unreachable';
}
