# Rendered by fullstack-maven-plugin. The context is the repository; needs BuildKit or buildah.

# All dependencies of frontend, from the manifests alone.
FROM docker.io/library/node:26-trixie-slim AS frontend-dependencies
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm install --global --force pnpm@10.1.0"]
ENV npm_config_manage_package_manager_versions="false" npm_config_store_dir="/pnpm/store" pnpm_config_pm_on_fail="ignore" pnpm_config_store_dir="/pnpm/store"
WORKDIR /src
COPY --chown=0:0 package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY --chown=0:0 apps/api/package.json apps/api/
COPY --chown=0:0 apps/web/package.json apps/web/
COPY --chown=0:0 packages/ui/package.json packages/ui/
RUN --mount=type=cache,id=fullstack-pnpm,target=/pnpm/store,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "pnpm install --frozen-lockfile"]

# What of frontend runs.
FROM frontend-dependencies AS frontend
COPY --chown=0:0 . ./
WORKDIR /src/apps/web
ENV NEXT_PRIVATE_STANDALONE="true" NEXT_TELEMETRY_DISABLED="1" NODE_COMPILE_CACHE="/var/cache/node-compile"
RUN --mount=type=cache,id=fullstack-pnpm,target=/pnpm/store,sharing=locked \
    --mount=type=cache,id=fullstack-node-compile,target=/var/cache/node-compile,sharing=shared \
    --mount=type=cache,id=fullstack-build-shop-frontend--next-cache,target=/src/apps/web/.next/cache,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "rm -rf .next/cache/fetch-cache && cd ../../packages/ui && pnpm run build"]
RUN --mount=type=cache,id=fullstack-pnpm,target=/pnpm/store,sharing=locked \
    --mount=type=cache,id=fullstack-node-compile,target=/var/cache/node-compile,sharing=shared \
    --mount=type=cache,id=fullstack-build-shop-frontend--next-cache,target=/src/apps/web/.next/cache,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "rm -rf .next/cache/fetch-cache && pnpm run build"]
RUN mkdir -p /out/apps/web && \
    if test -f .next/standalone/apps/web/server.js; then cp -a .next/standalone/. /out/ && mkdir -p /out/apps/web/.next && cp -a .next/static /out/apps/web/.next/ && { ! test -d public || cp -a public /out/apps/web/; }; else (cd /src && pnpm prune --prod --ignore-scripts && tar -c --exclude=.git --exclude=cache . | tar -x -C /out) && echo 'process.chdir(__dirname); process.argv = [process.argv[0], '\''next'\'', '\''start'\'']; require('\''next/dist/bin/next'\'');' > /out/apps/web/server.js; fi

# All dependencies of backend, from the manifests alone.
FROM docker.io/library/node:26-trixie-slim AS backend-dependencies
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm install --global --force pnpm@10.1.0"]
ENV npm_config_manage_package_manager_versions="false" npm_config_store_dir="/pnpm/store" pnpm_config_pm_on_fail="ignore" pnpm_config_store_dir="/pnpm/store"
WORKDIR /src
COPY --chown=0:0 package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY --chown=0:0 apps/api/package.json apps/api/
COPY --chown=0:0 apps/web/package.json apps/web/
COPY --chown=0:0 packages/ui/package.json packages/ui/
RUN --mount=type=cache,id=fullstack-pnpm,target=/pnpm/store,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "pnpm install --frozen-lockfile"]

# What of backend runs.
FROM backend-dependencies AS backend-build
COPY --chown=0:0 . ./
WORKDIR /src/apps/api
ENV NODE_COMPILE_CACHE="/var/cache/node-compile"
RUN --mount=type=cache,id=fullstack-pnpm,target=/pnpm/store,sharing=locked \
    --mount=type=cache,id=fullstack-node-compile,target=/var/cache/node-compile,sharing=shared \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "pnpm run build"]
RUN cd /src && \
    { test -e apps/api/dist/main.js || { echo 'FS-BUILD-012 the build of apps/api left no apps/api/dist/main.js, which the start needs; correct the build, or the start script' >&2; exit 1; }; } && \
    mkdir -p /program && \
    { ! test -e apps/api/dist || tar -c --exclude=node_modules --exclude=.[a-z]*rc --exclude=.yarn* --exclude=.git* --exclude=__tests__ --exclude=*.test.* --exclude=*.spec.* --exclude=bun.lock* --exclude=*-lock.* --exclude=yarn.lock apps/api/dist | tar -x -C /program; }

# The dependencies that backend needs when it runs.
FROM docker.io/library/node:26-trixie-slim AS backend-production
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm install --global --force pnpm@10.1.0"]
ENV npm_config_manage_package_manager_versions="false" npm_config_store_dir="/pnpm/store" pnpm_config_pm_on_fail="ignore" pnpm_config_store_dir="/pnpm/store"
WORKDIR /src
COPY --chown=0:0 package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY --chown=0:0 apps/api/package.json apps/api/
COPY --chown=0:0 apps/web/package.json apps/web/
COPY --chown=0:0 packages/ui/package.json packages/ui/
RUN --mount=type=cache,id=fullstack-pnpm,target=/pnpm/store,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "pnpm install --frozen-lockfile --prod --filter '@shop/api...'"]
RUN mkdir -p node_modules && \
    rm -rf .npmrc .yarnrc .yarnrc.yml .yarn bunfig.toml bun.lock bun.lockb npm-shrinkwrap.json package-lock.json pnpm-lock.yaml pnpm-workspace.yaml .pnpmfile.cjs yarn.lock patches

# The program and its dependencies.
FROM scratch AS backend
COPY --from=backend-production --chown=0:0 /src/ /out/
COPY --from=backend-build --chown=0:0 /program/ /out/
