import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Makes a server wait, when it is closed, until every request has its answer made, also where the
 * one who asked has hung up: connections are all that a server waits for by itself, and what is
 * closed after it (the store, those who draw) would be missing in the middle of the work.
 * @param longestMs a request that takes longer is left behind
 */
export function endWhatIsUnderWay(app: FastifyInstance, longestMs: number): void {
  const requests = new Set<FastifyRequest>();
  let onIdle = (): void => undefined;
  app.addHook('onRequest', async (request) => {
    requests.add(request);
  });
  // Every answer passes here, that to a fault too; nothing but sending it is left then.
  app.addHook('onSend', async (request) => {
    requests.delete(request);
    if (requests.size === 0) onIdle();
  });
  app.addHook('preClose', async () => {
    if (requests.size === 0) return;
    const idle = new Promise<void>((resolve) => {
      onIdle = resolve;
    });
    await Promise.race([idle, pause(longestMs, undefined, { ref: false })]);
  });
}
