# After docs.docker.com/guides/reactjs/containerize: manifests, npm ci with a cache, the build, and nginx with the pages, not as root.
ARG NODE
ARG NGINX
FROM ${NODE} AS builder
WORKDIR /app
COPY package.json package-lock.json* ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build
FROM ${NGINX} AS runner
USER nginx
COPY --chown=nginx:nginx --from=builder /app/dist /usr/share/nginx/html
EXPOSE 8080
ENTRYPOINT ["nginx", "-c", "/etc/nginx/nginx.conf"]
CMD ["-g", "daemon off;"]
