import type { FastifyInstance } from 'fastify';
import { isBusy } from '../store/busy.ts';
import { DeskFull } from './drawing-desk.ts';
import type { Visits } from './visit.ts';

const RETRY_SECONDS = '5';

/** What a visitor sees when a page does not exist, or could not be made. */
export function addFailurePages(app: FastifyInstance, visits: Visits): void {
  app.setNotFoundHandler(async (request, reply) => {
    const visit = await visits.receive(request, reply);
    return visit.message('not-found', 404);
  });
  app.setErrorHandler(async (error, request, reply) => {
    if (error instanceof DeskFull || isBusy(error)) {
      const visit = await visits.receive(request, reply);
      reply.header('Retry-After', RETRY_SECONDS);
      return visit.message('busy', 503);
    }
    const status = statusOf(error);
    // What the caller got wrong is no news; what we got wrong goes to the log, without who asked.
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'fault');
    const visit = await visits.receive(request, reply);
    return status >= 500 ? visit.message('fault', 500) : visit.message('forbidden', status);
  });
}

/** The status of an error: what the caller got wrong as it is, everything else 500. */
export function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
