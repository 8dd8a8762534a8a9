import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkHealth } from './health.ts';
import { plainAddress } from './identify.ts';
import type { Metrics } from './metrics.ts';
import type { ServerParts } from './server-parts.ts';

/** `/healthz` for a load balancer, `/metrics` for those who run the server. */
export function addOperatorRoutes(
  app: FastifyInstance,
  { repositoryFolder, portal, metricsFrom, clock }: ServerParts,
  metrics: Metrics,
): void {
  const look = async () => {
    const health = await checkHealth({ repositoryFolder, store: portal?.store }, clock());
    metrics.health(health);
    return health;
  };
  app.get('/healthz', async (_request, reply) => {
    const { isHealthy, parts } = await look();
    return reply
      .code(isHealthy ? 200 : 503)
      .header('Cache-Control', 'no-store')
      .send({ status: isHealthy ? 'ok' : 'failing', ...parts });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isOperator(request, metricsFrom))
      return reply.code(404).header('Cache-Control', 'no-store').send({ status: 404 });
    await look();
    return reply
      .type(metrics.contentType)
      .header('Cache-Control', 'no-store')
      .send(await metrics.text());
  });
}

// A proxy on this very machine has the operator's address, but says whom it speaks for.
function isOperator({ socket, headers }: FastifyRequest, addresses: readonly string[]): boolean {
  const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers;
  return !isForwarded && addresses.includes(plainAddress(socket.remoteAddress ?? ''));
}
