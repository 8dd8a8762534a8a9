import { failure, type Result, success } from '../../shared/result.ts';
import type { FetchFailure } from './fetch-port.ts';

/** What the answers of Node and of Electron's network have in common. */
export interface AnswerLike {
  readonly statusCode?: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end' | 'aborted', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Bytes of an error page read for the sake of the connection. */
const MAX_DISCARDED_BYTES = 8_192;

/** Gives the body of an answer once it is complete. The server may be anybody. */
export function collectBody(
  answer: AnswerLike,
  maxBytes: number,
): Promise<Result<Uint8Array, FetchFailure>> {
  const refused = judgeHead(answer, maxBytes);
  if (refused === 'not-there') return discardBody(answer);
  if (refused !== undefined) return Promise.resolve(failure(refused));
  const announced = announcedLength(answer);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let received = 0;
    answer.on('data', (chunk) => {
      received += chunk.length;
      if (received > maxBytes) resolve(failure('too-large'));
      else chunks.push(chunk);
    });
    answer.on('end', () => {
      const isWhole = announced === undefined || announced === received;
      resolve(isWhole ? success(new Uint8Array(Buffer.concat(chunks))) : failure('cut-short'));
    });
    answer.on('aborted', () => resolve(failure('cut-short')));
    answer.on('error', () => resolve(failure('cut-short')));
  });
}

/** Each sync asks for a root that is not there yet; read to its end, the answer leaves the connection usable. */
function discardBody(answer: AnswerLike): Promise<Result<never, FetchFailure>> {
  return new Promise((resolve) => {
    let received = 0;
    const giveUp = (): void => resolve(failure('not-there'));
    answer.on('data', (chunk) => {
      received += chunk.length;
      if (received > MAX_DISCARDED_BYTES) giveUp();
    });
    answer.on('end', giveUp);
    answer.on('aborted', giveUp);
    answer.on('error', giveUp);
  });
}

/** What is wrong with an answer before its first byte. */
function judgeHead(answer: AnswerLike, maxBytes: number): FetchFailure | undefined {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) return 'redirected';
  // Object stores say 403 for what does not exist.
  if (status === 404 || status === 403) return 'not-there';
  if (status !== 200) return 'server-error';
  // We asked for the plain file: inflating what a stranger packed is how a bomb gets in.
  if (!['', 'identity'].includes(headerOf(answer, 'content-encoding'))) return 'server-error';
  return (announcedLength(answer) ?? 0) > maxBytes ? 'too-large' : undefined;
}

function announcedLength(answer: AnswerLike): number | undefined {
  const text = headerOf(answer, 'content-length');
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function headerOf(answer: AnswerLike, name: string): string {
  const value = answer.headers[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).toLowerCase();
}
