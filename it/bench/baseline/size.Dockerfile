ARG OURS
ARG DEBIAN
FROM ${OURS} AS ours
FROM ${DEBIAN}
RUN apt-get update && apt-get install --yes --no-install-recommends nginx && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
COPY --from=ours /app /app
COPY --from=ours /usr/share/fullstack/html /usr/share/fullstack/html
