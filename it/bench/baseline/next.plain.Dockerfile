# What most people write first.
ARG NODE
FROM ${NODE}
WORKDIR /app
COPY . .
RUN npm install --global "$(node --print 'require("./package.json").packageManager')" && pnpm install && pnpm --filter ./apps/web run build
CMD ["pnpm", "--filter", "./apps/web", "run", "start"]
