import { buildApp } from './app.ts';
import { openDatabase } from './database.ts';

const host = process.env.HOST ?? '0.0.0.0';
const port = Number(process.env.PORT ?? 3000);
const database = openDatabase(process.env.DATABASE_FILE ?? 'app.db');

const app = buildApp(database, { logger: true });
await app.listen({ host, port });

// Requests in flight are still answered.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => app.close());
}
