import fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { statusOf } from './failure-pages.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { addOperatorRoutes } from './operator-routes.ts';
import { addPortal } from './portal.ts';
import { addRepositoryRoutes } from './repository-routes.ts';
import type { ServerParts } from './server-parts.ts';
import { endWhatIsUnderWay } from './under-way.ts';

// The longest form has two fields of 64 characters.
const BODY_LIMIT_BYTES = 4_096;
const REQUEST_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 10_000;
const LONGEST_WORK_MS = 10_000;
/** Beside a rating of the whole district a start takes its time; the framework gives it 10 s. */
const START_LIMIT_MS = 60_000;

/** One server for the trust repository, the company portal and those who look after it. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { proxies, clock } = parts;
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    pluginTimeout: START_LIMIT_MS,
    forceCloseConnections: 'idle',
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    logger: { level: 'error', stream: process.stderr },
    // An address that cannot be decoded; it never reaches a route.
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack();
      reply.raw.writeHead(400, { 'Cache-Control': 'no-store' }).end();
    },
  });
  endWhatIsUnderWay(app, LONGEST_WORK_MS);
  const metrics = openMetrics();
  countAnswers(app, metrics);
  reportFaults(app);
  addRepositoryRoutes(app, parts.repositoryFolder);
  addOperatorRoutes(app, parts, metrics);
  const { portal } = parts;
  if (portal !== undefined) {
    const surroundings = { proxies, metrics, clock };
    const plugin: FastifyPluginAsync = async (scope) => addPortal(scope, portal, surroundings);
    await app.register(plugin);
  }
  await app.ready();
  return app;
}

function countAnswers(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    // The pattern of the route, never the address that was asked for.
    const route = request.routeOptions.url ?? 'none';
    metrics.answered(route, reply.raw.statusCode, reply.elapsedTime / 1_000);
  });
}

// The framework's own line would hold the address of who asked.
function reportFaults(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'fault');
    return reply.code(status).header('Cache-Control', 'no-store').send({ status });
  });
}
