# What most people write first.
ARG NODE
FROM ${NODE}
WORKDIR /app
COPY . .
ENV pnpm_config_pm_on_fail=ignore
RUN npm install --global "$(node --print 'require("./package.json").packageManager')" && pnpm install && pnpm --filter ./apps/web run build
CMD ["pnpm", "--filter", "./apps/web", "run", "start"]
