# After nextjs.org/docs/app/getting-started/deploying and the example with-docker that it names: dependencies from the manifests, the build,
# and the standalone output alone on a Node image. In a workspace: the manifests of its members, and the output below the member's path.
ARG NODE
FROM ${NODE} AS dependencies
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
# The version is the wanted one; newer pnpm would want it pinned in the lock file as well.
ENV pnpm_config_pm_on_fail=ignore
RUN --mount=type=cache,target=/root/.local/share/pnpm/store \
    npm install --global "$(node --print 'require("./package.json").packageManager')" && pnpm install --frozen-lockfile
FROM dependencies AS builder
COPY . .
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
RUN pnpm --filter ./apps/web run build
FROM ${NODE} AS runner
WORKDIR /app
ENV NODE_ENV=production PORT=3000 HOSTNAME=0.0.0.0
COPY --from=builder --chown=1000:1000 /app/apps/web/.next/standalone ./
COPY --from=builder --chown=1000:1000 /app/apps/web/.next/static ./apps/web/.next/static
USER 1000
EXPOSE 3000
CMD ["node", "apps/web/server.js"]
