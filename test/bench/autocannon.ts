import { createRequire } from 'node:module';

/** What autocannon is asked for here; the package brings no types. */
export interface Load {
  readonly url: string;
  readonly connections: number;
  /** Seconds. */
  readonly duration: number;
  readonly requests: readonly {
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
  }[];
}

/** What it measured. */
export interface LoadResult {
  readonly requests: { readonly total: number; readonly average: number };
  /** Milliseconds. */
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly non2xx: number;
  readonly errors: number;
  readonly timeouts: number;
}

/** Asks a server as much as it answers. */
export const autocannon: (load: Load) => Promise<LoadResult> = createRequire(import.meta.url)(
  'autocannon',
);
