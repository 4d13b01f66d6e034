# The guide's image, nginx and the pages (or what else the whole has) in one: on the guide's own system where that has packages, else on the system that is named, with the program.
ARG GUIDE
ARG OURS
ARG SYSTEM
FROM ${GUIDE} AS guide
FROM ${OURS} AS ours
FROM ${SYSTEM}
ARG FROM_GUIDE
ARG FROM_OURS
USER root
RUN apt-get update && apt-get install --yes --no-install-recommends nginx && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
COPY --from=guide ${FROM_GUIDE} ${FROM_GUIDE}
COPY --from=ours ${FROM_OURS} ${FROM_OURS}
