import { fileURLToPath } from "node:url";
import express from "express";
import { all, byId } from "./goods.js";

const app = express();
const pages = fileURLToPath(new URL("../dist", import.meta.url));

app.get("/health", (request, response) => response.json({ status: "ok" }));
app.get("/api/goods", (request, response) => response.json(all()));
app.get("/api/goods/:id", (request, response) => {
  const found = byId(Number(request.params.id));
  return found ? response.json(found) : response.status(404).json({ error: "not for sale" });
});
app.use(express.static(pages));
app.get("/stand/:number", (request, response) => response.sendFile("index.html", { root: pages }));

const server = app.listen(Number(process.env.PORT ?? 3007), process.env.HOST);
process.on("SIGTERM", () => server.close());
