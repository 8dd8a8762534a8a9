import { Worker } from 'node:worker_threads';
import type { PageOffice } from '../page/page-content.ts';
import { type BoundedCache, openBoundedCache } from './bounded-cache.ts';
import type { QrPath } from './qr-path.ts';

/** Something to draw of a certificate text: its code, or with an office its printable page. */
export interface DrawingOrder {
  readonly id: number;
  readonly text: string;
  readonly page?: PageOffice;
}

export type DrawingAnswer = { readonly id: number } & (
  | { readonly code: QrPath }
  | { readonly pdf: Uint8Array }
  | { readonly failure: string }
);

/**
 * Draws codes and pages in a thread of its own: a page takes a fifth of a second, a code that every
 * reader reads a twentieth, and nobody else should wait for either. What was drawn is remembered.
 */
export interface DrawingDesk {
  /** Throws `DeskFull`. */
  code(text: string): Promise<QrPath>;
  /** Throws `DeskFull`. */
  pdf(text: string, office: PageOffice): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** More is asked for than can be drawn; try again in a moment. */
export class DeskFull extends Error {}

// About four seconds of pages.
const MOST_WAITING = 20;
// Codes of 10 kB and pages of 100 kB.
const CODES_KEPT = 3_000;
const PAGES_KEPT = 200;

interface Waiting {
  readonly resolve: (answer: DrawingAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread. */
export function openDrawingDesk(): DrawingDesk {
  const worker = new Worker(new URL('./drawing-worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  worker.on('message', (answer: DrawingAnswer) => {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  const draw = (order: Omit<DrawingOrder, 'id'>): Promise<DrawingAnswer> => {
    if (waiting.size >= MOST_WAITING) return Promise.reject(new DeskFull());
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...order, id });
    });
  };
  const codes = openBoundedCache<Promise<QrPath>>(CODES_KEPT);
  const pages = openBoundedCache<Promise<Uint8Array>>(PAGES_KEPT);
  return {
    code: (text) => kept(codes, text, async () => codeOf(await draw({ text }))),
    pdf: (text, { name, policy }) => {
      const page = { name, policy };
      const key = `${policy.version} ${text}`;
      return kept(pages, key, async () => pdfOf(await draw({ text, page })));
    },
    close: async () => void (await worker.terminate()),
  };
}

function codeOf(answer: DrawingAnswer): QrPath {
  if ('code' in answer) return answer.code;
  throw new Error('failure' in answer ? answer.failure : 'a page was drawn instead of a code');
}

function pdfOf(answer: DrawingAnswer): Uint8Array {
  if ('pdf' in answer) return answer.pdf;
  throw new Error('failure' in answer ? answer.failure : 'a code was drawn instead of a page');
}

// Two who ask at once wait for one drawing; a failure is not kept.
function kept<Value>(
  cache: BoundedCache<Promise<Value>>,
  key: string,
  draw: () => Promise<Value>,
): Promise<Value> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const drawing = draw();
  cache.set(key, drawing);
  drawing.catch(() => cache.delete(key));
  return drawing;
}
