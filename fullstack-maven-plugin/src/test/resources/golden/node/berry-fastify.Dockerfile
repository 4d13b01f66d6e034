# Rendered by fullstack-maven-plugin. The context is the repository; needs BuildKit or buildah.

# All dependencies of backend, from the manifests alone.
FROM docker.io/library/node:26-trixie-slim AS backend-dependencies
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends openssl && \
    rm -rf /var/lib/apt/lists/* /var/lib/dpkg/*-old /var/cache/* /var/log/*
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm install --global --force @yarnpkg/cli-dist@4.5.1"]
ENV YARN_ENABLE_GLOBAL_CACHE="true" YARN_ENABLE_TELEMETRY="false"
WORKDIR /src
COPY --chown=0:0 .yarnrc.yml package.json yarn.lock ./
COPY --chown=0:0 prisma/schema.prisma prisma/
RUN --mount=type=cache,id=fullstack-yarn,target=/usr/local/share/.cache/yarn,sharing=locked \
    --mount=type=cache,id=fullstack-yarn-berry,target=/root/.yarn/berry/cache,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "yarn install --immutable"]

# What of backend runs.
FROM backend-dependencies AS backend-build
COPY --chown=0:0 . ./
ENV NODE_COMPILE_CACHE="/var/cache/node-compile"
RUN --mount=type=cache,id=fullstack-yarn,target=/usr/local/share/.cache/yarn,sharing=locked \
    --mount=type=cache,id=fullstack-yarn-berry,target=/root/.yarn/berry/cache,sharing=locked \
    --mount=type=cache,id=fullstack-node-compile,target=/var/cache/node-compile,sharing=shared \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "yarn run prisma generate"]
RUN --mount=type=cache,id=fullstack-yarn,target=/usr/local/share/.cache/yarn,sharing=locked \
    --mount=type=cache,id=fullstack-yarn-berry,target=/root/.yarn/berry/cache,sharing=locked \
    --mount=type=cache,id=fullstack-node-compile,target=/var/cache/node-compile,sharing=shared \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "yarn run build"]
RUN cd /src && \
    { test -e dist/main.js || { echo 'FS-BUILD-012 the build of . left no dist/main.js, which the start needs; correct the build, or the start script' >&2; exit 1; }; } && \
    mkdir -p /program && \
    { ! test -e dist || tar -c --exclude=node_modules --exclude=.[a-z]*rc --exclude=.yarn* --exclude=.git* --exclude=__tests__ --exclude=*.test.* --exclude=*.spec.* --exclude=bun.lock* --exclude=*-lock.* --exclude=yarn.lock dist | tar -x -C /program; } && \
    { ! test -e prisma || tar -c --exclude=node_modules --exclude=.[a-z]*rc --exclude=.yarn* --exclude=.git* --exclude=__tests__ --exclude=*.test.* --exclude=*.spec.* --exclude=bun.lock* --exclude=*-lock.* --exclude=yarn.lock prisma | tar -x -C /program; } && \
    find . -type d -name .prisma -path '*/node_modules/*' -prune -exec cp -a --parents -t /program {} +

# The dependencies that backend needs when it runs.
FROM docker.io/library/node:26-trixie-slim AS backend-production
RUN apt-get update && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends openssl && \
    rm -rf /var/lib/apt/lists/* /var/lib/dpkg/*-old /var/cache/* /var/log/*
RUN --mount=type=cache,id=fullstack-npm,target=/root/.npm,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "npm install --global --force @yarnpkg/cli-dist@4.5.1"]
ENV YARN_ENABLE_GLOBAL_CACHE="true" YARN_ENABLE_TELEMETRY="false"
WORKDIR /src
COPY --chown=0:0 .yarnrc.yml package.json yarn.lock ./
COPY --chown=0:0 prisma/schema.prisma prisma/
RUN --mount=type=cache,id=fullstack-yarn,target=/usr/local/share/.cache/yarn,sharing=locked \
    --mount=type=cache,id=fullstack-yarn-berry,target=/root/.yarn/berry/cache,sharing=locked \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    ["/bin/sh", "-c", "yarn workspaces focus --production --all"]
RUN mkdir -p node_modules && \
    rm -rf .npmrc .yarnrc .yarnrc.yml .yarn bunfig.toml bun.lock bun.lockb npm-shrinkwrap.json package-lock.json pnpm-lock.yaml pnpm-workspace.yaml .pnpmfile.cjs yarn.lock patches

# The program and its dependencies.
FROM scratch AS backend
COPY --from=backend-production --chown=0:0 /src/ /out/
COPY --from=backend-build --chown=0:0 /program/ /out/
