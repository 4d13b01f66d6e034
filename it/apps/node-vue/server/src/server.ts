import Fastify from 'fastify';
import { objects } from './objects.js';

export function server() {
  const app = Fastify({ logger: true });

  app.get('/healthz', { logLevel: 'silent' }, async () => ({ status: 'ok' }));

  app.get<{ Querystring: { brighter?: number } }>(
    '/api/objects',
    { schema: { querystring: { type: 'object', properties: { brighter: { type: 'number' } } } } },
    async (request) => {
      const limit = request.query.brighter ?? Number.POSITIVE_INFINITY;
      return objects.filter((o) => o.magnitude < limit);
    },
  );

  app.get<{ Params: { id: string } }>('/api/objects/:id', async (request, reply) => {
    const found = objects.find((o) => o.id === request.params.id);
    if (!found) return reply.code(404).send({ error: 'no such object' });
    return found;
  });

  return app;
}
