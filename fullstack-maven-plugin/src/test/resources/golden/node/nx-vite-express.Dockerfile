# Rendered by fullstack-maven-plugin. The context is the repository; needs BuildKit or buildah.

# The pages.
FROM docker.io/library/node:26-trixie-slim AS frontend
ENV npm_config_audit="false" npm_config_fund="false" npm_config_update_notifier="false"
WORKDIR /src
COPY --chown=0:0 package.json ./
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm install"]
COPY --chown=0:0 . ./
WORKDIR /src/apps/web
ENV NODE_COMPILE_CACHE="/var/cache/node-compile" NX_DAEMON="false" NX_NO_CLOUD="true"
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=cache,id=fullstack-node-compile,target=/var/cache/node-compile,sharing=shared \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "cd ../.. && npx nx run web:build"]
RUN { test -f ../../dist/apps/web/index.html || { echo 'FS-BUILD-011 frontendOutput: the build left no apps/web/../../dist/apps/web/index.html; let frontendOutput name the directory that frontendBuild fills' >&2; exit 1; }; } && \
    mkdir -p /out && \
    cp -RL ../../dist/apps/web/. /out/ && \
    chmod -R u=rwX,go=rX /out && \
    find /out -type f -size +1k \( -name '*.css' -o -name '*.html' -o -name '*.js' -o -name '*.json' -o -name '*.mjs' -o -name '*.svg' -o -name '*.txt' -o -name '*.wasm' -o -name '*.webmanifest' -o -name '*.xml' \) -exec gzip -9 -f -k -n {} +

# All dependencies of backend, from the manifests alone.
FROM docker.io/library/node:26-trixie-slim AS backend-dependencies
ENV npm_config_audit="false" npm_config_fund="false" npm_config_update_notifier="false"
WORKDIR /src
COPY --chown=0:0 package.json ./
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm install"]

# What of backend runs.
FROM backend-dependencies AS backend-build
COPY --chown=0:0 . ./
WORKDIR /src/apps/api
ENV NODE_COMPILE_CACHE="/var/cache/node-compile" NX_DAEMON="false" NX_NO_CLOUD="true"
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=cache,id=fullstack-node-compile,target=/var/cache/node-compile,sharing=shared \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "cd ../.. && npx nx run api:build"]
RUN cd /src && \
    { test -e dist/apps/api/main.js || { echo 'FS-BUILD-012 the build of apps/api left no dist/apps/api/main.js, which the start needs; correct the build, or the start script' >&2; exit 1; }; } && \
    mkdir -p /program && \
    { ! test -e dist/apps/api || tar -c --exclude=node_modules --exclude=.[a-z]*rc --exclude=.yarn* --exclude=.git* --exclude=__tests__ --exclude=*.test.* --exclude=*.spec.* --exclude=bun.lock* --exclude=*-lock.* --exclude=yarn.lock dist/apps/api | tar -x -C /program; }

# The dependencies that backend needs when it runs.
FROM docker.io/library/node:26-trixie-slim AS backend-production
ENV npm_config_audit="false" npm_config_fund="false" npm_config_update_notifier="false"
WORKDIR /src
COPY --chown=0:0 package.json ./
COPY --from=backend-dependencies --chown=0:0 /src/package.json /sr[c]/package-lock.jso[n] ./
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm install --omit=dev"]
RUN mkdir -p node_modules && \
    rm -rf .npmrc .yarnrc .yarnrc.yml .yarn bunfig.toml bun.lock bun.lockb npm-shrinkwrap.json package-lock.json pnpm-lock.yaml pnpm-workspace.yaml .pnpmfile.cjs yarn.lock patches

# The program and its dependencies.
FROM scratch AS backend
COPY --from=backend-production --chown=0:0 /src/ /out/
COPY --from=backend-build --chown=0:0 /program/ /out/
