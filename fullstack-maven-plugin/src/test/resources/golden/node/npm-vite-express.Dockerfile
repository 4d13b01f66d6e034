# Rendered by fullstack-maven-plugin. The context is the repository; needs BuildKit or buildah.

# The pages.
FROM docker.io/library/node:26-trixie-slim AS frontend
ENV npm_config_audit="false" npm_config_fund="false" npm_config_update_notifier="false"
WORKDIR /src/web
COPY --chown=0:0 web/.npmrc web/package-lock.json web/package.json ./
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm ci"]
COPY --chown=0:0 web/ ./
ENV NODE_COMPILE_CACHE="/var/cache/node-compile" VITE_API_URL="/api"
ARG VITE_TITLE="It's a \"shop\" for \$5"
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=cache,id=fullstack-node-compile,target=/var/cache/node-compile,sharing=shared \
    --mount=type=cache,id=fullstack-build-shop-frontend-node_modules-tmp,target=/src/web/node_modules/.tmp,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "touch -c -t 197001020000 node_modules/.tmp/web.tsbuildinfo && npm run build"]
RUN { test -f dist/index.html || { echo 'FS-BUILD-011 frontendOutput: the build left no web/dist/index.html; let frontendOutput name the directory that frontendBuild fills' >&2; exit 1; }; } && \
    mkdir -p /out && \
    cp -RL dist/. /out/ && \
    chmod -R u=rwX,go=rX /out && \
    find /out -type f -size +1k \( -name '*.css' -o -name '*.html' -o -name '*.js' -o -name '*.json' -o -name '*.mjs' -o -name '*.svg' -o -name '*.txt' -o -name '*.wasm' -o -name '*.webmanifest' -o -name '*.xml' \) -exec gzip -9 -f -k -n {} +

# What of backend runs.
FROM docker.io/library/node:26-trixie-slim AS backend-build
WORKDIR /src/api
COPY --chown=0:0 api/ ./
RUN cd /src/api && \
    mkdir -p /program && \
    { ! test -e . || tar -c --exclude=node_modules --exclude=.[a-z]*rc --exclude=.yarn* --exclude=.git* --exclude=__tests__ --exclude=*.test.* --exclude=*.spec.* --exclude=bun.lock* --exclude=*-lock.* --exclude=yarn.lock . | tar -x -C /program; }

# The dependencies that backend needs when it runs.
FROM docker.io/library/node:26-trixie-slim AS backend-production
ENV npm_config_audit="false" npm_config_fund="false" npm_config_update_notifier="false"
WORKDIR /src/api
COPY --chown=0:0 api/package-lock.json api/package.json ./
RUN ["/bin/sh", "-c", "npm pkg delete scripts.prepare"]
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm ci --omit=dev"]
RUN mkdir -p node_modules && \
    rm -rf .npmrc .yarnrc .yarnrc.yml .yarn bunfig.toml bun.lock bun.lockb npm-shrinkwrap.json package-lock.json pnpm-lock.yaml pnpm-workspace.yaml .pnpmfile.cjs yarn.lock patches

# The program and its dependencies.
FROM scratch AS backend
COPY --from=backend-production --chown=0:0 /src/api/ /out/
COPY --from=backend-build --chown=0:0 /program/ /out/
