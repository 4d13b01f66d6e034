import { server } from './server.js';

const port = parseInt(process.env.PORT || '3333', 10);
const host = process.env.HOST || '0.0.0.0';

const app = server();
await app.listen({ port, host });

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void app.close().then(() => process.exit(0));
  });
}
