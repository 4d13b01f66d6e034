import Fastify from "fastify";
import { from } from "./ferries.js";

const app = Fastify();

app.get("/api/health", async () => ({ status: "ok" }));

app.get<{ Querystring: { from?: string } }>("/api/ferries", async (request, reply) => {
  const found = from(request.query.from);
  return found.length > 0 ? found : reply.code(404).send({ error: "no such pier" });
});

await app.listen({
  port: Number(process.env.PORT ?? 3102),
  host: process.env.HOST ?? "127.0.0.1",
});
