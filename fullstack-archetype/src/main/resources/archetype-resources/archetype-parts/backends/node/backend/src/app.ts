import Fastify, { type FastifyServerOptions } from 'fastify';
import type { Database } from './database.ts';

const newGreeting = {
  type: 'object',
  required: ['text'],
  properties: {
    text: { type: 'string', minLength: 1, maxLength: 200 },
  },
} as const;

/** What the server answers. */
export function buildApp(database: Database, options: FastifyServerOptions = {}) {
  const app = Fastify(options);

  app.addHook('onClose', () => database.close());

  app.get('/health', () => {
    database.ping();
    return { status: 'ok' };
  });

  app.get('/api/v1/greetings', () => database.greetings());

  app.post<{ Body: { text: string } }>('/api/v1/greetings', { schema: { body: newGreeting } }, (request, reply) =>
    reply.code(201).send(database.greet(request.body.text)),
  );

  return app;
}
