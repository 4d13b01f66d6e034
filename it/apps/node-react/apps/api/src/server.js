import { app } from './app.js';

const port = Number(process.env.PORT ?? 4000);
const host = process.env.HOST ?? '0.0.0.0';

const server = app().listen(port, host, (error) => {
  if (error) throw error;
  console.log(`listening on ${host}:${port}`);
});

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    console.log('stopping');
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
