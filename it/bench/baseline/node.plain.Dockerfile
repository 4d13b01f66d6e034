# What most people write first.
ARG NODE
FROM ${NODE}
WORKDIR /app
COPY . .
RUN npm install
CMD ["node", "apps/api/src/server.js"]
