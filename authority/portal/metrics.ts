import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Admission } from './door.ts';
import type { Health } from './health.ts';

/**
 * What the server counts, in the text format of Prometheus. Labels are names of routes and closed
 * words: no company, address or code ever becomes one.
 */
export interface Metrics {
  answered(route: string, status: number, seconds: number): void;
  signIn(outcome: Admission['kind'] | 'limited'): void;
  liveCode(): void;
  health(health: Health): void;
  text(): Promise<string>;
  readonly contentType: string;
}

const SECONDS_BUCKETS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

/** Starts counting, with the figures of the process itself. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    ...{ name: 'authority_http_seconds', help: 'Time to answer, by route and status', registers },
    ...{ labelNames: ['route', 'status'] as const, buckets: SECONDS_BUCKETS },
  });
  const signIns = new Counter({
    ...{ name: 'authority_sign_ins_total', help: 'Attempts to sign in, by outcome', registers },
    labelNames: ['outcome'] as const,
  });
  const liveCodes = new Counter({
    ...{ name: 'authority_live_codes_total', help: 'Short-lived codes signed', registers },
  });
  const healthy = new Gauge({
    ...{ name: 'authority_part_healthy', help: '1 while a part does its work', registers },
    labelNames: ['part'] as const,
  });
  const expires = new Gauge({
    ...{ name: 'authority_timestamp_expires_seconds', registers },
    help: 'When the timestamp of the trust repository ends, UNIX seconds',
  });
  return {
    answered: (route, status, seconds) => answers.observe({ route, status }, seconds),
    signIn: (outcome) => signIns.inc({ outcome }),
    liveCode: () => liveCodes.inc(),
    health({ parts, timestampExpires }) {
      for (const [part, state] of Object.entries(parts))
        healthy.set({ part }, state === 'ok' || state === 'closed' ? 1 : 0);
      if (timestampExpires !== undefined) expires.set(timestampExpires);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
