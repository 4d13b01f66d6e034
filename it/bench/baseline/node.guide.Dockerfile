# After docs.docker.com/guides/nodejs/containerize: production dependencies from mounted manifests with a cache, then the sources, as user node.
# The workspace of this application is npm's: the manifests of its members are mounted as well, and one member is installed.
ARG NODE
FROM ${NODE}
ENV NODE_ENV=production
WORKDIR /usr/src/app
RUN --mount=type=bind,source=package.json,target=package.json \
    --mount=type=bind,source=package-lock.json,target=package-lock.json \
    --mount=type=bind,source=apps/api/package.json,target=apps/api/package.json \
    --mount=type=bind,source=apps/web/package.json,target=apps/web/package.json \
    --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --workspace apps/api
USER 1000
COPY . .
EXPOSE 4000
CMD ["node", "apps/api/src/server.js"]
