import type { FastifyInstance } from 'fastify';
import { answerFromRepository } from '../repository/serve.ts';

/** The trust repository of an office, as files: `/metadata/…` and `/targets/…`. */
export function addRepositoryRoutes(app: FastifyInstance, folder: string): void {
  for (const url of ['/metadata/*', '/targets/*']) {
    app.all(url, {
      // Before the framework has looked at a body or a header: a file needs neither.
      onRequest: async (request, reply) => {
        answerFromRepository(folder, request.raw, reply.raw);
        reply.hijack();
      },
      handler: async () => undefined,
    });
  }
}
